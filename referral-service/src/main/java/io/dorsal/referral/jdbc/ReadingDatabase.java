package io.dorsal.referral.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dorsal.kit.database.Turns;
import io.dorsal.kit.messaging.TransientFailureException;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database for those who read, by connections of its own, which the listeners cannot take, and which cannot take
 * theirs.
 */
public final class ReadingDatabase implements AutoCloseable {

    private final HikariDataSource connections;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Turns turns;

    ReadingDatabase(HikariConfig settings) {
        this.connections = new HikariDataSource(settings);
        this.jdbc = JdbcClient.create(connections);
        this.reading = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.turns = new Turns(settings.getMaximumPoolSize());
    }

    /**
     * Reads one consistent state in one transaction, and so by one connection.
     *
     * @throws TransientFailureException where there are too many readers; a database that is away shows as any of the
     *     exceptions that {@link io.dorsal.kit.messaging.FailureKind#of} calls transient
     */
    public <T> T read(Function<JdbcClient, T> work) {
        return turns.take(() -> Objects.requireNonNull(reading.execute(status -> work.apply(jdbc))));
    }

    @Override
    public void close() {
        connections.close();
    }
}
