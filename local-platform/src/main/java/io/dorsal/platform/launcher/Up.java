package io.dorsal.platform.launcher;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.PartFailure;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and keeps watch until it is told to stop. */
@Command(name = "up", description = "Starts everything; Ctrl-C stops it.", mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    private final Console console;

    @Option(
            names = {"-d", "--detach"},
            description = "Return once all is ready; ./dorsal down stops it.")
    private boolean detach;

    Up(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PrintWriter out = console.out();
        Installation installation = Home.installation();
        if (detach) {
            return new Detached(installation, out).start();
        }
        try (SupervisorLock lock = SupervisorLock.take(installation)) {
            return new Supervisor(Home.platform(), lock, console).run();
        } catch (SupervisorLock.Taken taken) {
            throw new PartFailure(taken.sentence(), taken);
        }
    }
}
