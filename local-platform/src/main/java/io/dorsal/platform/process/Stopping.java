package io.dorsal.platform.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Ends a process: asks first, then insists. */
public final class Stopping {

    private static final Duration LONG_ENOUGH_TO_DIE = Duration.ofSeconds(10);

    private Stopping() {}

    /** Returns once the process is gone: asked to stop, and killed where it took longer than {@code patience}. */
    public static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!Liveness.endsWithin(process, patience)) {
            kill(process);
        }
    }

    /** Sends SIGINT, for which Java has no word; the shell has the command built in. */
    public static void interrupt(ProcessHandle process) {
        Child.run(List.of("/bin/sh", "-c", "kill -INT \"$1\"", "sh", Long.toString(process.pid())), Map.of());
    }

    /** Kills it without asking, and returns once it is gone. */
    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        if (!Liveness.endsWithin(process, LONG_ENOUGH_TO_DIE)) {
            throw new PartFailure("process " + process.pid() + " cannot be killed");
        }
    }
}
