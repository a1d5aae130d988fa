package io.dorsal.referral.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database for those who read, by connections of its own, which the listeners cannot take, and which cannot take
 * theirs. A burst of readers takes turns, so that who waits for a connection waits for the database and not for the
 * others, and knows it soon.
 */
public final class ReadingDatabase implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HikariDataSource connections;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Semaphore turns;

    ReadingDatabase(HikariConfig settings) {
        this.connections = new HikariDataSource(settings);
        this.jdbc = JdbcClient.create(connections);
        this.reading = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.turns = new Semaphore(settings.getMaximumPoolSize(), true);
    }

    /**
     * Reads one consistent state in one transaction, and so by one connection.
     *
     * @throws TransientFailureException where there are too many readers; a database that is away shows as any of the
     *     exceptions that {@link io.dorsal.kit.messaging.FailureKind#of} calls transient
     */
    public <T> T read(Function<JdbcClient, T> work) {
        awaitTurn();
        try {
            return Objects.requireNonNull(reading.execute(status -> work.apply(jdbc)));
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
