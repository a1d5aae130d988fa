package io.dorsal.intake.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.PromptStep;
import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database for work that may be left undone: within 200 ms, and for a second not at all once it has failed to
 * answer, so that a database that hangs delays few submissions, and none for long. Its connections are its own.
 */
public final class PromptDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PromptDatabase.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration REST = Duration.ofSeconds(1);

    private final HikariDataSource connections;
    private final Database database;
    private final IntakeMetrics metrics;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());

    PromptDatabase(HikariConfig settings, Migration migration, IntakeMetrics metrics) {
        this.connections = new HikariDataSource(settings);
        this.database = new Database(connections, migration);
        this.metrics = metrics;
        migration.whenDone(this::warmUp);
    }

    /** Does some work; empty where it was not done, or nobody knows whether it was. */
    public <T> Optional<T> attempt(PromptStep step, Function<Database, T> work) {
        if (System.nanoTime() - restUntil.get() < 0) {
            metrics.missed(step);
            return Optional.empty();
        }
        Future<T> result = threads.submit(() -> work.apply(database));
        try {
            return Optional.of(result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            result.cancel(true);
            LOG.warn("The database was passed over: it took longer than {} ms for {}", PATIENCE.toMillis(), step);
            rest();
        } catch (ExecutionException e) {
            LOG.warn("The database was passed over for {}: {}", step, FailureTrace.of(e));
            if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                rest();
            }
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
        }
        metrics.missed(step);
        return Optional.empty();
    }

    /** The first call opens connections and loads classes, for which 200 ms can be too short. */
    private void warmUp() {
        database.execute(jdbc -> jdbc.queryForList("select assessment_id, received_at from reservation where false"));
    }

    private void rest() {
        restUntil.set(System.nanoTime() + REST.toNanos());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        connections.close();
    }
}
