package io.dorsal.notification.database.jdbc;

import io.dorsal.kit.messaging.RepeatedFailure;
import io.dorsal.notification.database.DatabaseWatch;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Migrates at start; with the database away, the service starts without, and migrates as soon as it is back. */
final class BackgroundMigration implements FlywayMigrationStrategy, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundMigration.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DatabaseWatch watch;
    private final RepeatedFailure migrating = new RepeatedFailure(LOG, "Bringing the schema up to date");
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;

    BackgroundMigration(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public void migrate(Flyway flyway) {
        if (!migrated(flyway)) {
            thread = Thread.ofPlatform().name("migration").daemon().start(() -> migrateLater(flyway));
        }
    }

    private void migrateLater(Flyway flyway) {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (!stopped && !migrated(flyway));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean migrated(Flyway flyway) {
        try {
            flyway.migrate();
            watch.migrated();
            migrating.worked();
            return true;
        } catch (FlywayException e) {
            migrating.failed(e);
            return false;
        }
    }

    @Override
    public void destroy() {
        stopped = true;
        Thread later = thread;
        if (later != null) {
            later.interrupt();
        }
    }
}
