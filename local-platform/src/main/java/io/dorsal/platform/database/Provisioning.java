package io.dorsal.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Gives a service a database of its own and a role that can do nothing elsewhere. */
final class Provisioning {

    private Provisioning() {}

    /** Creates the role and the database of that name if they are missing; the password is set in any case. */
    static void provision(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            execute(
                    connection,
                    "create role " + quoted(connection, name) + " login nosuperuser nocreatedb nocreaterole");
        }
        execute(connection, "alter role " + quoted(connection, name) + " password " + literal(connection, password));
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            execute(connection, "create database " + quoted(connection, name) + " owner " + quoted(connection, name));
        }
        execute(connection, "revoke connect, temporary on database " + quoted(connection, name) + " from public");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteIdentifier(name, true);
        }
    }

    private static String literal(Connection connection, String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteLiteral(value);
        }
    }
}
