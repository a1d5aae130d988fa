package io.dorsal.intake.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.PromptStep;
import io.dorsal.kit.messaging.RepeatedFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database for work that may be left undone: within some patience, and for a second not at all once it has failed to
 * answer, so that a database that hangs delays few submissions, and none for long. Its connections are its own; who
 * spends the patience waiting for a turn at them has learned nothing of the database.
 */
public final class PromptDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PromptDatabase.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private final RepeatedFailure failures =
            new RepeatedFailure(LOG, "The database, which submissions do without for as long,");
    private final HikariDataSource connections;
    private final Database database;
    private final IntakeMetrics metrics;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore turns;
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());

    PromptDatabase(HikariConfig settings, Duration patience, Migration migration, IntakeMetrics metrics) {
        this.connections = new HikariDataSource(settings);
        this.database = new Database(connections, migration);
        this.turns = new Semaphore(settings.getMaximumPoolSize(), true);
        this.metrics = metrics;
        this.patience = patience;
        migration.whenDone(this::warmUp);
    }

    /** Does some work; empty where it was not done, or nobody knows whether it was. */
    public <T> Optional<T> attempt(PromptStep step, Function<Database, T> work) {
        Optional<T> done = isResting() ? Optional.empty() : attempt(work);
        if (done.isEmpty()) {
            metrics.missed(step);
        }
        return done;
    }

    private boolean isResting() {
        return System.nanoTime() - restUntil.get() < 0;
    }

    private <T> Optional<T> attempt(Function<Database, T> work) {
        AtomicLong turnCameAt = new AtomicLong(System.nanoTime() + patience.toNanos());
        Future<Optional<T>> result = threads.submit(() -> inTurn(work, turnCameAt));
        try {
            Optional<T> done = result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (done.isPresent()) {
                failures.worked();
            }
            return done;
        } catch (TimeoutException e) {
            // Left to its end, which its statement's time limit brings: an interrupt would cost the connection.
            if (System.nanoTime() - turnCameAt.get() > patience.dividedBy(2).toNanos()) {
                rest(e);
            }
        } catch (ExecutionException e) {
            rest(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** Empty where its turn did not come in time. */
    private <T> Optional<T> inTurn(Function<Database, T> work, AtomicLong turnCameAt) throws InterruptedException {
        if (!turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            turnCameAt.set(System.nanoTime());
            return Optional.of(work.apply(database));
        } finally {
            turns.release();
        }
    }

    /** The first call opens connections and loads classes, for which its patience can be too short. */
    private void warmUp() {
        database.execute(jdbc -> jdbc.queryForList("select assessment_id, received_at from reservation where false"));
    }

    private void rest(Exception failure) {
        failures.failed(failure);
        restUntil.set(System.nanoTime() + REST.toNanos());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        connections.close();
    }
}
