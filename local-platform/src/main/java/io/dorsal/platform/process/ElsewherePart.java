package io.dorsal.platform.process;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A part that somebody else runs: used as it is, neither started nor stopped. */
public final class ElsewherePart implements Part {

    private final String name;
    private final LogFile log;
    private final BooleanSupplier ready;

    public ElsewherePart(String name, LogFile log, BooleanSupplier ready) {
        this.name = name;
        this.log = log;
        this.ready = ready;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        if (!ready.getAsBoolean()) {
            throw new PartFailure(name + " does not answer");
        }
    }

    @Override
    public void stop() {
        // Whoever runs it stops it.
    }

    @Override
    public LogFile log() {
        return log;
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public boolean runs() {
        return ready.getAsBoolean();
    }

    @Override
    public boolean ready() {
        return ready.getAsBoolean();
    }
}
