package io.dorsal.notification.support;

import io.dorsal.testsupport.platform.TcpProxy;
import io.dorsal.testsupport.platform.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database that tests can break in many ways, and mend. */
public final class Faults {

    private final TestDatabase database;
    private final TcpProxy proxy;

    /** An end of a fault. */
    @FunctionalInterface
    public interface Mend {
        void mend() throws SQLException;
    }

    public Faults(TestDatabase database) {
        this.database = database;
        try {
            this.proxy = TcpProxy.inFrontOf(database.host(), database.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database as the service sees it. */
    public TestDatabase database() {
        return database.behind(proxy);
    }

    /** Connections break, and no new ones are to be had. */
    public Mend cut() {
        proxy.cut();
        return proxy::restore;
    }

    /** Connections stand, and nothing comes back. */
    public Mend hang() {
        proxy.hang();
        return proxy::restore;
    }

    /** Somebody holds a lock on a table: it can be read, and nobody else writes it. */
    public Mend lock(String table) throws SQLException {
        Connection holder = connect();
        holder.setAutoCommit(false);
        execute(holder, "lock table " + table + " in exclusive mode");
        return () -> {
            holder.rollback();
            holder.close();
        };
    }

    /** A standby, after a failover to the wrong side. */
    public Mend readOnly() throws SQLException {
        admin("alter database " + database.name() + " set default_transaction_read_only = on");
        return () -> admin("alter database " + database.name() + " reset default_transaction_read_only");
    }

    /** Every commit of a decision takes long. */
    public Mend slowCommits(int seconds) throws SQLException {
        try (Connection connection = connect()) {
            execute(
                    connection,
                    "create or replace function hang() returns trigger language plpgsql as"
                            + " 'begin perform pg_sleep(" + seconds + "); return null; end'");
            execute(
                    connection,
                    "create constraint trigger hang after insert on decided deferrable initially deferred"
                            + " for each row execute function hang()");
        }
        return () -> {
            try (Connection connection = connect()) {
                execute(connection, "drop trigger hang on decided");
            }
        };
    }

    /** Others have taken every connection of the pool. */
    public static Mend exhaust(DataSource pool, int size) throws SQLException {
        List<Connection> taken = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            taken.add(pool.getConnection());
        }
        return () -> {
            for (Connection connection : taken) {
                connection.close();
            }
        };
    }

    /** Settles a setting of the database: sessions that did not see it are ended. */
    private void admin(String sql) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, "set session default_transaction_read_only = off");
            execute(connection, sql);
            execute(
                    connection,
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database.name()
                            + "' and pid <> pg_backend_pid()");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
