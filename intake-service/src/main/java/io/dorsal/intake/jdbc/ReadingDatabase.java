package io.dorsal.intake.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dorsal.kit.database.Turns;
import io.dorsal.kit.messaging.TransientFailureException;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database for those who read, and may leave a note, by connections of its own, which the view's listeners cannot take.
 */
public final class ReadingDatabase implements AutoCloseable {

    private final HikariDataSource connections;
    private final Database database;
    private final Turns turns;

    ReadingDatabase(HikariConfig settings, Migration migration) {
        this.connections = new HikariDataSource(settings);
        this.database = new Database(connections, migration);
        this.turns = new Turns(settings.getMaximumPoolSize());
    }

    /**
     * Reads one consistent state.
     *
     * @throws TransientFailureException where the database is away, or there are too many readers
     */
    public <T> T read(Function<JdbcTemplate, T> work) {
        return turns.take(() -> database.read(work));
    }

    /**
     * Writes a little in one transaction.
     *
     * @throws TransientFailureException as {@link #read} does
     */
    public <T> T write(Function<JdbcTemplate, T> work) {
        return turns.take(() -> database.write(work));
    }

    @Override
    public void close() {
        connections.close();
    }
}
