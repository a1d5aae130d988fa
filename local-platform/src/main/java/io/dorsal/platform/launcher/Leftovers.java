package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.database.Database;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.Stopping;
import io.dorsal.platform.process.Strays;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Parts that still run though their launcher is gone, because it was killed. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LocalPlatform platform;

    Leftovers(LocalPlatform platform) {
        this.platform = platform;
    }

    /** Stops them, written down or not; returns whether there were any. */
    boolean stop(PrintWriter out) {
        Map<String, ProcessHandle> writtenDown = writtenDown();
        List<ProcessHandle> all = strays();
        if (writtenDown.isEmpty() && all.isEmpty()) {
            return false;
        }
        out.println("Stopping what a killed launcher left running"
                + writtenDown.entrySet().stream()
                        .map(part -> part.getKey() + " (" + part.getValue().pid() + ")")
                        .collect(Collectors.joining(", ", writtenDown.isEmpty() ? "" : ": ", "")));
        out.flush();
        platform.stop();
        writtenDown().values().forEach(process -> Stopping.stop(process, PATIENCE));
        strays().forEach(process -> Stopping.stop(process, PATIENCE));
        return true;
    }

    private Map<String, ProcessHandle> writtenDown() {
        Map<String, ProcessHandle> running = platform.installation().run().running();
        running.remove(SupervisorLock.NAME);
        return running;
    }

    private List<ProcessHandle> strays() {
        Installation installation = platform.installation();
        return Strays.of(
                installation.state(), Set.of(Database.data(installation).toString()));
    }
}
