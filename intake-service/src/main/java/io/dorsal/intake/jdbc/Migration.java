package io.dorsal.intake.jdbc;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Runnable> whenDone = new CopyOnWriteArrayList<>();
    private volatile boolean done;

    @Override
    public void migrate(Flyway flyway) {
        Thread.ofVirtual().name("migration").start(() -> migrateUntilDone(flyway));
    }

    /** Has something run once the tables are there. */
    void whenDone(Runnable action) {
        whenDone.add(action);
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
                LOG.warn("Waiting for the database: submissions are accepted, but cannot be read yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean succeeded(Flyway flyway) {
        try {
            flyway.migrate();
            done = true;
            whenDone.forEach(Runnable::run);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Migrating the database failed and is tried again: {}", FailureTrace.of(e));
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
