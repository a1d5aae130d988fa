package io.dorsal.platform.database;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Secrets;
import io.dorsal.platform.process.Child;
import io.dorsal.platform.process.Liveness;
import io.dorsal.platform.process.LogFile;
import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import io.dorsal.platform.process.Stopping;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL as a process of its own, with its data kept over restarts. */
public final class Database implements Part {

    public static final String NAME = "database";

    static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(60);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);

    private final Installation installation;
    private final Secrets secrets;
    private final int port;
    private final Cluster cluster;

    public Database(Installation installation, Secrets secrets, int port) {
        this.installation = installation;
        this.secrets = secrets;
        this.port = port;
        this.cluster = new Cluster(installation.data("postgres"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        PostgresBinaries binaries = PostgresBinaries.in(installation.cache());
        Unprivileged unprivileged = Unprivileged.here();
        cluster.initialise(binaries, unprivileged, secrets.password(SUPERUSER));
        cluster.clearAfterCrash();
        Process process = Child.start(
                unprivileged.command(cluster.serverCommand(binaries, port)), Map.of(), installation.root(), log());
        installation.run().record(NAME, process.toHandle());
        awaitReady(process.toHandle());
    }

    private void awaitReady(ProcessHandle process) {
        long deadline = System.nanoTime() + PATIENCE_AT_START.toNanos();
        while (!ready()) {
            if (!Liveness.runs(process) || System.nanoTime() > deadline) {
                throw new PartFailure(
                        "the database did not start: %s (log: %s)".formatted(log().lastError(), log().path()));
            }
            LockSupport.parkNanos(BETWEEN_PROBES.toNanos());
        }
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

    @Override
    public boolean ready() {
        if (!runs()) {
            return false;
        }
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException starting) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.password(SUPERUSER));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(url("postgres"), properties);
    }

    /** The JDBC address of one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Stops it without waiting for its clients; what they had committed is safe. */
    @Override
    public void stop() {
        process().ifPresent(process -> {
            Child.run(List.of("kill", "-INT", Long.toString(process.pid())), Map.of());
            if (!Liveness.endsWithin(process, PATIENCE_AT_STOP)) {
                Stopping.kill(process);
            }
        });
        installation.run().forget(NAME);
    }

    @Override
    public LogFile log() {
        return installation.log(NAME);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return installation.run().running(NAME);
    }
}
