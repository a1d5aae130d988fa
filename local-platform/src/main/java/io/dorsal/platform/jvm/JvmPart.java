package io.dorsal.platform.jvm;

import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.process.Child;
import io.dorsal.platform.process.Liveness;
import io.dorsal.platform.process.LogFile;
import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import io.dorsal.platform.process.PartProcess;
import io.dorsal.platform.process.Stopping;
import io.dorsal.platform.process.Strays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A part that is a JVM. */
public final class JvmPart implements Part {

    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(2);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(40);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(200);

    private final String name;
    private final Installation installation;
    private final Supplier<JvmLaunch> launch;
    private final Probe probe;
    private final PartProcess process;
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
        this.process = new PartProcess(name, installation.run());
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
        List<String> more = new ArrayList<>(help.options(installation.learns()));
        more.add(Strays.mark(installation.state()));
        Process started = Child.start(how.command(more), how.environment(), installation.root(), log());
        process.started(started);
        awaitReady(started);
    }

    private void awaitReady(Process started) {
        long deadline = System.nanoTime() + PATIENCE_AT_START.toNanos();
        while (!probe.ready()) {
            if (!Liveness.runs(started.toHandle())) {
                throw new PartFailure("%s stopped while starting (%s): %s (log: %s)"
                        .formatted(name, process.ending(), log().lastError(), log().path()));
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
                .ifPresent(help -> process().ifPresent(running -> help.endRecording(running.pid())));
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
        process().ifPresent(running -> Stopping.stop(running, PATIENCE_AT_STOP));
        process.forget();
    }

    @Override
    public LogFile log() {
        return installation.log(name);
    }

    @Override
    public Optional<ProcessHandle> process() {
        return process.running();
    }

    @Override
    public String ending() {
        return process.ending();
    }

    @Override
    public boolean ready() {
        return runs() && probe.ready();
    }
}
