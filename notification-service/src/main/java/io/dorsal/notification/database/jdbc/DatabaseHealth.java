package io.dorsal.notification.database.jdbc;

import io.dorsal.notification.database.DatabaseWatch;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the database answers; one that is away for a moment is given the time of several retries. */
final class DatabaseHealth implements HealthIndicator {

    private static final Duration SEVERAL_RETRIES = Duration.ofSeconds(5);

    private final DatabaseWatch watch;

    DatabaseHealth(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        return watch.isMigrated() && watch.silence().compareTo(SEVERAL_RETRIES) < 0
                ? Health.up().build()
                : Health.down().build();
    }
}
