package io.dorsal.intake.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database for amendments, by connections of its own: a transaction here may last for as long as the broker takes to
 * acknowledge, and must keep no view waiting.
 */
public final class AmendingDatabase implements AutoCloseable {

    private final HikariDataSource connections;
    private final Database database;

    AmendingDatabase(HikariConfig settings, Migration migration) {
        this.connections = new HikariDataSource(settings);
        this.database = new Database(connections, migration);
    }

    /**
     * Does some work in one transaction, durably.
     *
     * @throws io.dorsal.kit.messaging.TransientFailureException where the database is away or busy
     */
    public <T> T write(Function<JdbcTemplate, T> work) {
        return database.write(work);
    }

    @Override
    public void close() {
        connections.close();
    }
}
