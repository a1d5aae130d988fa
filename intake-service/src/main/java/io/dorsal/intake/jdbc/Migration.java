package io.dorsal.intake.jdbc;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.kit.messaging.RepeatedFailure;
import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Migrates the database in the background, again and again until it is done: the service accepts submissions
 * meanwhile. What needs the tables asks first, since a missing table would else look like a defect of ours.
 */
public final class Migration implements FlywayMigrationStrategy, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RepeatedFailure failures = new RepeatedFailure(
            LOG, "Migrating the database, without which submissions are accepted but cannot be read,");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Runnable> whenDone = new ArrayList<>();
    private volatile boolean done;

    @Override
    public void migrate(Flyway flyway) {
        Thread.ofVirtual().name("migration").start(() -> migrateUntilDone(flyway));
    }

    /** Has something run once the tables are there, or at once where they are. */
    synchronized void whenDone(Runnable action) {
        if (done) {
            attempt(action);
        } else {
            whenDone.add(action);
        }
    }

    /**
     * Returns where the tables are there.
     *
     * @throws TransientFailureException where they are not yet
     */
    void require() {
        if (!done) {
            throw new TransientFailureException(
                    "the database is not migrated yet", new IllegalStateException("migration pending"));
        }
    }

    private void migrateUntilDone(Flyway flyway) {
        try {
            while (!succeeded(flyway) && !closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                // Once more, after the pause that the condition takes.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean succeeded(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (RuntimeException e) {
            failures.failed(e);
            return false;
        }
        failures.worked();
        finish();
        return true;
    }

    private synchronized void finish() {
        done = true;
        whenDone.forEach(Migration::attempt);
    }

    /** Whatever comes of it, the tables are there. */
    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("What follows the migration failed: {}", FailureTrace.of(e));
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
