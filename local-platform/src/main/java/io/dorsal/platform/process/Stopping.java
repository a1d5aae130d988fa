package io.dorsal.platform.process;

import java.time.Duration;

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

    /** Kills it without asking, and returns once it is gone. */
    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        if (!Liveness.endsWithin(process, LONG_ENOUGH_TO_DIE)) {
            throw new PartFailure("process " + process.pid() + " cannot be killed");
        }
    }
}
