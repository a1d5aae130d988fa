package io.dorsal.platform.launcher;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.FileTrees;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Forgets all data, logs and secrets; what can be made again from the build stays. */
@Command(name = "reset", description = "Stops everything and forgets all data.", mixinStandardHelpOptions = true)
final class Reset implements Callable<Integer> {

    private final Console console;

    Reset(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = console.out();
        Installation installation = Home.installation();
        Down.stop(out);
        for (String kept : List.of("data", "state", "logs", "run", "secrets.properties")) {
            Path path = installation.state().resolve(kept);
            FileTrees.delete(path);
        }
        out.println("All data is forgotten");
        return 0;
    }
}
