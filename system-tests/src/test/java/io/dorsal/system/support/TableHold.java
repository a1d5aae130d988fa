package io.dorsal.system.support;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Holds up what a service does with a table, by a lock on it. So a test knows at which step of its work the service is
 * when it is killed, and the service needs no part in that.
 */
public final class TableHold implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Far below the second that intake waits for a lock. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final Place place;
    private final Connection connection;

    private TableHold(Place place) {
        this.place = place;
        this.connection = place.connect();
    }

    static TableHold of(int port, String database, String password, String table, Against against) {
        TableHold hold = new TableHold(new Place(port, database, password, table));
        hold.lock(against);
        return hold;
    }

    /** Waits until as many steps of the service are held up. */
    public void awaitHeldUp(int steps) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .until(() -> heldUp() == steps);
    }

    /**
     * Lets go what is held up, and holds the table again: once the transactions of that have ended, and before any other
     * gets to the table.
     */
    public TableHold thenAgain(Against against) {
        TableHold next = new TableHold(place);
        CompletableFuture<Void> locked =
                CompletableFuture.runAsync(() -> next.lock(against), Thread::startVirtualThread);
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .until(() -> waits(against));
        close();
        locked.join();
        return next;
    }

    private void lock(Against against) {
        execute("lock table " + place.table() + " in " + against.mode + " mode");
    }

    private int heldUp() {
        return waiting("mode in ('RowShareLock', 'RowExclusiveLock')");
    }

    private boolean waits(Against against) {
        return waiting("mode = '" + against.shown + "'") > 0;
    }

    private int waiting(String condition) {
        try (Statement statement = connection.createStatement();
                var counted = statement.executeQuery("select count(*) from pg_locks where relation = '" + place.table()
                        + "'::regclass and not granted and " + condition)) {
            counted.next();
            return counted.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets go. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a service is kept from. */
    public enum Against {
        /** Writing rows; it may lock them. */
        WRITING("share", "ShareLock"),
        /** Locking rows, too; it may read them. */
        LOCKING("exclusive", "ExclusiveLock");

        private final String mode;
        private final String shown;

        Against(String mode, String shown) {
            this.mode = mode;
            this.shown = shown;
        }
    }

    private record Place(int port, String database, String password, String table) {

        Connection connect() {
            try {
                Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/" + database, database, password);
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set lock_timeout = '20s'");
                }
                return connection;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
