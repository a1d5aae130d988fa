package io.dorsal.platform.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The process of a part: the one that was started here, or else the one that another launcher wrote down. What was
 * started here is known even where the note of it is gone.
 */
public final class PartProcess {

    private static final int KILLED_BY_SIGNAL = 128;
    private static final Duration TO_REAP = Duration.ofSeconds(5);

    private final String part;
    private final RunDirectory run;
    private volatile @Nullable Process started;

    public PartProcess(String part, RunDirectory run) {
        this.part = part;
        this.run = run;
    }

    /** It was started here; written down for other launchers. */
    public void started(Process process) {
        started = process;
        run.record(part, process.toHandle());
    }

    /** The process, if it runs. */
    public Optional<ProcessHandle> running() {
        return Optional.ofNullable(started)
                .map(Process::toHandle)
                .filter(Liveness::runs)
                .or(() -> run.running(part));
    }

    /** It was stopped. */
    public void forget() {
        started = null;
        run.forget(part);
    }

    /** How the process that was started here ended, in words; empty where it runs or was not started here. */
    public String ending() {
        Process process = started;
        if (process == null || Liveness.runs(process.toHandle()) || !isReaped(process)) {
            return "";
        }
        int exit = process.exitValue();
        return exit > KILLED_BY_SIGNAL ? "killed by signal " + (exit - KILLED_BY_SIGNAL) : "exit code " + exit;
    }

    /** A process has gone a moment before its exit code is known. */
    private static boolean isReaped(Process process) {
        try {
            return process.waitFor(TO_REAP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
