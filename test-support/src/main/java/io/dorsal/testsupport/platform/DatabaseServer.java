package io.dorsal.testsupport.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server with a superuser. */
record DatabaseServer(String host, int port, String user, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    TestDatabase newDatabase() {
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a database", e);
        }
        return new TestDatabase(host, port, name, user, password);
    }

    private String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }
}
