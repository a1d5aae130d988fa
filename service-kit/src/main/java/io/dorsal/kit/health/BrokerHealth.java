package io.dorsal.kit.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the cluster answers. Asks at most once in five seconds, however often it is probed. */
final class BrokerHealth implements HealthIndicator {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int PATIENCE_MILLIS = 2_000;

    private final Admin admin;
    private final Clock clock;
    private @Nullable Answer last;

    BrokerHealth(Admin admin, Clock clock) {
        this.admin = admin;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        Instant now = clock.instant();
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            last = new Answer(now, ask());
        }
        return last.health();
    }

    private Health ask() {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                    .clusterId()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            return Health.up().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        } catch (ExecutionException | TimeoutException e) {
            return Health.down(e).build();
        }
    }

    private record Answer(Instant at, Health health) {}
}
