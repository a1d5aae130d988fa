package io.dorsal.platform.database;

import io.dorsal.platform.layout.Secrets;
import io.dorsal.platform.process.PartFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** The databases of a server on this machine, whoever runs it; they are made as its superuser. */
public final class Databases {

    public static final String SUPERUSER = "postgres";

    private final Secrets secrets;
    private final int port;

    public Databases(Secrets secrets, int port) {
        this.secrets = secrets;
        this.port = port;
    }

    /** The password of the superuser, made with the installation. */
    public String superuserPassword() {
        return secrets.password(SUPERUSER);
    }

    /** Creates the roles and databases that are missing, one of each a name. */
    public void provision(List<String> names) {
        try (Connection connection = connect()) {
            for (String name : names) {
                Provisioning.provision(connection, name, secrets.password(name));
            }
        } catch (SQLException e) {
            throw new PartFailure("the databases could not be provisioned: " + e.getMessage(), e);
        }
    }

    /** Whether the server takes connections. */
    public boolean answer() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException starting) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", superuserPassword());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "20");
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", properties);
    }
}
