package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.process.PartFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Starts the platform, watches it, and stops all of it when it is told to or when a part has stopped by itself. */
final class Supervisor {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final LocalPlatform platform;
    private final SupervisorLock lock;
    private final Console console;
    private final StartCaches caches;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread working = Thread.currentThread();
    private boolean toldToStop;
    private boolean stopping;
    private @Nullable PartFailure failure;

    /** Made by the thread that will run it. */
    Supervisor(LocalPlatform platform, SupervisorLock lock, Console console) {
        this.platform = platform;
        this.lock = lock;
        this.console = console;
        this.caches = new StartCaches(platform, console.out());
    }

    /** Returns once everything has stopped: 0 where that was asked for. */
    int run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "stopping"));
        try {
            new Leftovers(platform).stop(console.out());
            EarlierBuilds.drop(platform.installation());
            Thread watching = Thread.ofVirtual().start(this::watch);
            start();
            watching.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (PartFailure e) {
            failed(e);
        } finally {
            reportFailure();
            stop();
        }
        return exitCode();
    }

    private void start() {
        long began = System.nanoTime();
        platform.start(new PrintedProgress(console.out()));
        lock.markReady();
        Welcome.print(platform, Duration.ofNanos(System.nanoTime() - began), console.out());
        caches.makeInBackground();
    }

    /** Watches from the start on: who waits for a part may wait for long because of another. */
    private void watch() {
        Watch watch = new Watch(platform.parts());
        while (!isStopping()) {
            Optional<PartFailure> found = watch.look();
            if (found.isPresent()) {
                failed(found.get());
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** The first failure is the cause of those that follow. */
    private synchronized void failed(PartFailure e) {
        if (failure == null) {
            failure = e;
        }
        interruptUnlessStopping();
    }

    private synchronized boolean isStopping() {
        return stopping || toldToStop;
    }

    /** What stops is not interrupted: it would leave the rest running. */
    private void interruptUnlessStopping() {
        if (!stopping) {
            working.interrupt();
        }
    }

    private synchronized void beginToStop() {
        stopping = true;
        Thread.interrupted();
    }

    private synchronized void reportFailure() {
        if (failure != null && !toldToStop) {
            console.complain(failure.sentence());
        }
    }

    private synchronized int exitCode() {
        return failure == null || toldToStop ? 0 : 1;
    }

    private void stop() {
        beginToStop();
        try {
            console.say("Stopping");
            for (RuntimeException problem : platform.stop()) {
                console.complain("a part could not be stopped in order: " + problem.getMessage());
            }
            if (wasToldTo()) {
                caches.finish();
            }
            caches.abandon();
            console.say("Stopped");
        } finally {
            lock.close();
            stopped.countDown();
        }
    }

    private synchronized boolean wasToldTo() {
        return toldToStop;
    }

    /** A signal ends the JVM as soon as its hooks return, so this one waits until everything has stopped. */
    private void stopOnSignal() {
        synchronized (this) {
            toldToStop = !stopping || toldToStop;
            interruptUnlessStopping();
        }
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
