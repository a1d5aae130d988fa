package io.dorsal.platform.jvm;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.Child;
import io.dorsal.platform.process.Liveness;
import io.dorsal.platform.process.LogFile;
import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import io.dorsal.platform.process.Stopping;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A part that is a JVM. */
public final class JvmPart implements Part {

    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(2);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(30);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(50);

    private final String name;
    private final Installation installation;
    private final Supplier<JvmLaunch> launch;
    private final Probe probe;
    private Optional<StartCache> cache = Optional.empty();

    /**
     * Describes it.
     *
     * @param launch asked at each start, since it may have to unpack first
     */
    public JvmPart(String name, Installation installation, Supplier<JvmLaunch> launch, Probe probe) {
        this.name = name;
        this.installation = installation;
        this.launch = launch;
        this.probe = probe;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        JvmLaunch how = launch.get();
        StartCache help = new StartCache(installation.cache().resolve("start").resolve(name), how);
        cache = Optional.of(help);
        Process process = Child.start(
                how.command(help.options(installation.learns())), how.environment(), installation.root(), log());
        installation.run().record(name, process.toHandle());
        awaitReady(process);
    }

    private void awaitReady(Process process) {
        long deadline = System.nanoTime() + PATIENCE_AT_START.toNanos();
        while (!probe.ready()) {
            if (!Liveness.runs(process.toHandle())) {
                throw new PartFailure(
                        "%s stopped while starting: %s (log: %s)".formatted(name, log().lastError(), log().path()));
            }
            if (System.nanoTime() > deadline) {
                throw new PartFailure("%s was not ready after %d s: %s (log: %s)"
                        .formatted(name, PATIENCE_AT_START.toSeconds(), log().lastError(), log().path()));
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new PartFailure("interrupted while starting " + name);
            }
            LockSupport.parkNanos(BETWEEN_PROBES.toNanos());
        }
    }

    /** Ends the recording for its start cache, if it records; the process stands still for some two seconds. */
    public void endRecording() {
        cache.filter(StartCache::wanted)
                .ifPresent(help -> process().ifPresent(process -> help.endRecording(process.pid())));
    }

    /** Makes its start cache, if that is wanted and was recorded. */
    public void assembleCache() {
        cache.ifPresent(StartCache::assemble);
    }

    public boolean wantsCache() {
        return installation.learns() && cache.filter(StartCache::wanted).isPresent();
    }

    @Override
    public void stop() {
        process().ifPresent(process -> Stopping.stop(process, PATIENCE_AT_STOP));
        installation.run().forget(name);
    }

    @Override
    public LogFile log() {
        return installation.log(name);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return installation.run().running(name);
    }

    @Override
    public boolean ready() {
        return runs() && probe.ready();
    }
}
