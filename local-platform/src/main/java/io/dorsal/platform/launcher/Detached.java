package io.dorsal.platform.launcher;

import io.dorsal.platform.jvm.Jdk;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.Child;
import io.dorsal.platform.process.Liveness;
import io.dorsal.platform.process.LogFile;
import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Starts a launcher that outlives this one, and shows what it prints until all is ready. */
final class Detached {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Installation installation;
    private final PrintWriter out;

    Detached(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    int start() {
        if (SupervisorLock.holder(installation).isPresent()) {
            return alreadyRunning();
        }
        LogFile log = installation.log(SupervisorLock.NAME);
        Process launcher = Child.start(command(), Map.of(), installation.root(), log);
        Thread stopping = new Thread(launcher::destroy, "stopping");
        Runtime.getRuntime().addShutdownHook(stopping);
        int exit = follow(launcher, log);
        if (exit == 0) {
            Runtime.getRuntime().removeShutdownHook(stopping);
        }
        return exit;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(
                List.of(Jdk.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-Xlog:disable"));
        command.addAll(new LauncherCache(installation).options());
        command.addAll(List.of(
                "-Ddorsal.root=" + installation.root(),
                "-cp",
                installation.platform().toString(),
                Launcher.class.getName(),
                "up"));
        return command;
    }

    private int alreadyRunning() {
        if (!SupervisorLock.isReady(installation)) {
            throw new PartFailure("Dorsal is already starting or stopping; ./dorsal status shows it");
        }
        out.println("Dorsal is already running");
        return 0;
    }

    private int follow(Process launcher, LogFile log) {
        try (LogFollower lines = new LogFollower(log.path())) {
            while (true) {
                // In this order, so that the last lines of a launcher that failed are not missed.
                boolean runs = Liveness.runs(launcher.toHandle());
                boolean ready = SupervisorLock.isReady(installation) && runs;
                lines.copyNew(out::println);
                out.flush();
                if (ready) {
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                    lines.copyNew(out::println);
                    out.flush();
                    return 0;
                }
                if (!runs) {
                    return 1;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
