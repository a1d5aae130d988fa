package io.dorsal.intake.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database for those who read, by connections of its own, which the view's listeners cannot take. A burst of readers
 * takes turns, so that who waits for a connection waits for the database and not for the others, and knows it soon.
 */
public final class ReadingDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HikariDataSource connections;
    private final Database database;
    private final Semaphore turns;

    ReadingDatabase(HikariConfig settings, Migration migration) {
        this.connections = new HikariDataSource(settings);
        this.database = new Database(connections, migration);
        this.turns = new Semaphore(settings.getMaximumPoolSize(), true);
    }

    /**
     * Reads one consistent state.
     *
     * @throws TransientFailureException where the database is away, or there are too many readers
     */
    public <T> T read(Function<JdbcTemplate, T> work) {
        awaitTurn();
        try {
            return database.read(work);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TransientFailureException("too many are reading", new TimeoutException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailureException("interrupted while waiting to read", e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
