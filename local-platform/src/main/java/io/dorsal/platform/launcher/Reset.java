package io.dorsal.platform.launcher;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.FileTrees;
import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Forgets all data, logs and secrets; what can be made again from the build stays. */
@Command(name = "reset", description = "Stops everything and forgets all data.", mixinStandardHelpOptions = true)
final class Reset implements Callable<Integer> {

    private static final List<String> FORGOTTEN = List.of("data", "state", "logs", "secrets.properties");

    private final Console console;

    Reset(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Installation installation = Home.installation();
        Down.stop(console.out());
        try {
            forget(installation);
        } catch (SupervisorLock.Taken taken) {
            throw new PartFailure(taken.sentence(), taken);
        }
        console.say("All data is forgotten");
        return 0;
    }

    /** Nobody starts it meanwhile. */
    private static void forget(Installation installation) throws IOException {
        SupervisorLock lock = SupervisorLock.take(installation);
        try {
            for (String forgotten : FORGOTTEN) {
                Path path = installation.state().resolve(forgotten);
                FileTrees.delete(path);
            }
        } finally {
            lock.close();
        }
    }
}
