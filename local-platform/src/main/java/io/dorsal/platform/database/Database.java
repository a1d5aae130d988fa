package io.dorsal.platform.database;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.Child;
import io.dorsal.platform.process.Liveness;
import io.dorsal.platform.process.LogFile;
import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import io.dorsal.platform.process.PartProcess;
import io.dorsal.platform.process.Stopping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL as a process of its own, with its data kept over restarts. */
public final class Database implements Part {

    public static final String NAME = "database";

    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(60);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);

    private final Installation installation;
    private final Databases databases;
    private final int port;
    private final Cluster cluster;
    private final PartProcess process;

    public Database(Installation installation, Databases databases, int port) {
        this.installation = installation;
        this.databases = databases;
        this.port = port;
        this.cluster = new Cluster(data(installation));
        this.process = new PartProcess(NAME, installation.run());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        PostgresBinaries binaries = PostgresBinaries.in(installation.cache());
        Unprivileged unprivileged = Unprivileged.here();
        cluster.initialise(binaries, unprivileged, databases.superuserPassword());
        cluster.clearAfterCrash();
        Process started = Child.start(
                unprivileged.command(cluster.serverCommand(binaries, port)), Map.of(), installation.root(), log());
        process.started(started);
        awaitReady(started.toHandle());
    }

    private void awaitReady(ProcessHandle started) {
        long deadline = System.nanoTime() + PATIENCE_AT_START.toNanos();
        while (!ready()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new PartFailure("interrupted while starting the database");
            }
            if (!Liveness.runs(started) || System.nanoTime() > deadline) {
                throw new PartFailure(
                        "the database did not start: %s (log: %s)".formatted(log().lastError(), log().path()));
            }
            LockSupport.parkNanos(BETWEEN_PROBES.toNanos());
        }
    }

    @Override
    public boolean ready() {
        return runs() && databases.answer();
    }

    /** Stops it without waiting for its clients; what they had committed is safe. */
    @Override
    public void stop() {
        process().ifPresent(running -> {
            Stopping.interrupt(running);
            if (!Liveness.endsWithin(running, PATIENCE_AT_STOP)) {
                Stopping.kill(running);
            }
        });
        process.forget();
    }

    @Override
    public LogFile log() {
        return installation.log(NAME);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return process.running();
    }

    @Override
    public String ending() {
        return process.ending();
    }

    /** Where the data of an installation's database is; the server is told this very text. */
    public static Path data(Installation installation) {
        return installation.data("postgres");
    }
}
