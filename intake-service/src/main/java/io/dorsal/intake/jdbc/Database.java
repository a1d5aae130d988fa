package io.dorsal.intake.jdbc;

import io.dorsal.kit.messaging.TransientFailureException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database, by one of its connection pools. Whatever goes wrong with it is transient, and waited for, unless it is
 * the data of a statement that is wrong.
 */
public final class Database {

    /**
     * Classes of SQLSTATE that tell of the data: a row given twice, a value that does not fit, a constraint that is
     * violated, an index entry that is too long.
     */
    private static final Set<String> DATA_CLASSES = Set.of("21", "22", "23", "54");

    private static final int CLASS_LENGTH = 2;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final Migration migration;

    Database(DataSource connections, Migration migration) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(connections);
        this.jdbc = new JdbcTemplate(connections);
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.migration = migration;
    }

    /**
     * Does some work in one transaction.
     *
     * @throws TransientFailureException where the database is away or in no state to do it
     */
    public <T> T write(Function<JdbcTemplate, T> work) {
        return guarded(() -> writing.execute(status -> work.apply(jdbc)));
    }

    /**
     * Reads one consistent state.
     *
     * @throws TransientFailureException as {@link #write} does
     */
    public <T> T read(Function<JdbcTemplate, T> work) {
        return guarded(() -> reading.execute(status -> work.apply(jdbc)));
    }

    /**
     * Does some work of which each statement is a transaction of its own: a round trip less.
     *
     * @throws TransientFailureException as {@link #write} does
     */
    public <T> T execute(Function<JdbcTemplate, T> work) {
        return guarded(() -> work.apply(jdbc));
    }

    private <T> T guarded(Supplier<T> work) {
        migration.require();
        try {
            return work.get();
        } catch (DataAccessException | TransactionException e) {
            throw judged(e);
        }
    }

    private static RuntimeException judged(NestedRuntimeException failure) {
        boolean isTheDatabases = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                isTheDatabases = true;
                String state = sql.getSQLState();
                if (state != null && state.length() > CLASS_LENGTH) {
                    // Without Spring's own exception, which takes some of them for a database that is away.
                    return DATA_CLASSES.contains(state.substring(0, CLASS_LENGTH))
                            ? new DataIntegrityViolationException("the database cannot take this data", sql)
                            : away(failure);
                }
            }
        }
        return isTheDatabases ? away(failure) : failure;
    }

    private static TransientFailureException away(NestedRuntimeException failure) {
        return new TransientFailureException("the database does not answer as it should", failure);
    }
}
