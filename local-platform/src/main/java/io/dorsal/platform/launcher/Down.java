package io.dorsal.platform.launcher;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.Stopping;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything, whichever terminal it was started from. */
@Command(name = "down", description = "Stops everything; data stays.", mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Console console;

    Down(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        stop(console.out());
        return 0;
    }

    static void stop(PrintWriter out) {
        Installation installation = Home.installation();
        Optional<ProcessHandle> launcher = SupervisorLock.holder(installation);
        launcher.ifPresent(process -> {
            out.println("Stopping Dorsal");
            out.flush();
            Stopping.stop(process, PATIENCE);
        });
        boolean left = new Leftovers(Home.platform()).stop(out);
        out.println(launcher.isPresent() || left ? "Dorsal is stopped" : "Dorsal was not running");
        out.flush();
    }
}
