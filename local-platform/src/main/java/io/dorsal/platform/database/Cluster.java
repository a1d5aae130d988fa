package io.dorsal.platform.database;

import io.dorsal.platform.process.Child;
import io.dorsal.platform.process.FileTrees;
import io.dorsal.platform.process.Liveness;
import io.dorsal.platform.process.PartFailure;
import io.dorsal.platform.process.Stopping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The data directory of a PostgreSQL server. */
final class Cluster {

    private static final Duration CHILDREN_NOTICE = Duration.ofSeconds(5);

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "localhost",
            "unix_socket_directories", "",
            "max_connections", "100",
            "shared_buffers", "64MB",
            "timezone", "UTC",
            "log_timezone", "UTC",
            "log_line_prefix", "%m [%p] %u@%d ",
            // A failed statement is the service's to report, and its values are nobody's business here.
            "log_min_error_statement", "panic",
            "log_error_verbosity", "terse");

    private final Path data;

    Cluster(Path data) {
        this.data = data;
    }

    /** Makes it if it is not there. It is made beside its place, so that one cut short is not taken for whole. */
    void initialise(PostgresBinaries binaries, Unprivileged unprivileged, String password) {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path draft = data.resolveSibling(data.getFileName() + ".draft");
        Path passwordFile = data.resolveSibling(data.getFileName() + ".password");
        try {
            FileTrees.delete(draft);
            Files.createDirectories(
                    draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password);
            run(unprivileged.command(List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + draft,
                    "--username=" + Databases.SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8")));
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        Child.Outcome outcome = Child.run(command, Map.of());
        if (!outcome.ok()) {
            throw new PartFailure("the database could not be initialised: "
                    + outcome.output().lines().reduce("", (first, line) -> line));
        }
    }

    /**
     * Removes what a killed server left: PostgreSQL does not start while the pid in its lock file exists, though by now
     * it may be anybody's, or a process that has ended and was not reaped. Nobody works on the data once this returns.
     */
    void clearAfterCrash() {
        for (ProcessHandle process : workingHere()) {
            if (!Liveness.endsWithin(process, CHILDREN_NOTICE)) {
                Stopping.kill(process);
            }
        }
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All processes of a server have its data directory as their own. */
    private List<ProcessHandle> workingHere() {
        return ProcessHandle.allProcesses()
                .filter(Liveness::runs)
                .filter(process -> {
                    try {
                        return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                                .equals(data);
                    } catch (IOException notOurs) {
                        return false;
                    }
                })
                .toList();
    }

    List<String> serverCommand(PostgresBinaries binaries, int port) {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }
}
