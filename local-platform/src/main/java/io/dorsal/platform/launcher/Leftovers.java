package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.process.Stopping;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts that still run though their launcher is gone, because it was killed. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LocalPlatform platform;

    Leftovers(LocalPlatform platform) {
        this.platform = platform;
    }

    /** Stops them; returns whether there were any. */
    boolean stop(PrintWriter out) {
        Map<String, ProcessHandle> left = running();
        if (left.isEmpty()) {
            return false;
        }
        out.println("Stopping what a killed launcher left running: "
                + left.entrySet().stream()
                        .map(part -> part.getKey() + " (" + part.getValue().pid() + ")")
                        .collect(Collectors.joining(", ")));
        out.flush();
        platform.stop();
        running().values().forEach(process -> Stopping.stop(process, PATIENCE));
        return true;
    }

    private Map<String, ProcessHandle> running() {
        Map<String, ProcessHandle> running = platform.installation().run().running();
        running.remove(SupervisorLock.NAME);
        return running;
    }
}
