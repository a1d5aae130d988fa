package io.dorsal.platform.process;

import java.util.Optional;

/** Something that runs as a process of its own. */
public interface Part {

    String name();

    /**
     * Starts it, and returns once it is ready.
     *
     * @throws PartFailure when it stopped or was not ready in time
     */
    void start();

    /** Stops it in good order; does nothing where it does not run. */
    void stop();

    LogFile log();

    /** Its process, if it runs, whoever started it. */
    Optional<ProcessHandle> process();

    /** Whether it runs and is ready for others. */
    boolean ready();

    /** How its process ended, in words; empty where that is not known. */
    default String ending() {
        return "";
    }

    /** Kills it as a crash would. */
    default void kill() {
        process().ifPresent(Stopping::kill);
    }

    default boolean runs() {
        return process().isPresent();
    }
}
