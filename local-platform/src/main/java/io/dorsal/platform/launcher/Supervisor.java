package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.process.Part;
import io.dorsal.platform.process.PartFailure;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Starts the platform, watches it, and stops all of it when it is told to or when a part has stopped by itself. */
final class Supervisor {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final LocalPlatform platform;
    private final SupervisorLock lock;
    private final PrintWriter out;
    private final PrintWriter err;
    private final StartCaches caches;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean toldToStop;

    Supervisor(LocalPlatform platform, SupervisorLock lock, PrintWriter out, PrintWriter err) {
        this.platform = platform;
        this.lock = lock;
        this.out = out;
        this.err = err;
        this.caches = new StartCaches(platform, out);
    }

    /** Returns once everything has stopped: 0 where that was asked for. */
    int run() {
        Thread running = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopOnSignal(running), "stopping"));
        try {
            start();
            watch();
            return 0;
        } catch (PartFailure failure) {
            return toldToStop ? 0 : reported(failure);
        } finally {
            stop();
        }
    }

    private void start() {
        long began = System.nanoTime();
        new Leftovers(platform).stop(out);
        Staged.dropOthers(platform.installation());
        platform.start(new PrintedProgress(out));
        caches.endRecordings();
        lock.markReady();
        Welcome.print(platform, Duration.ofNanos(System.nanoTime() - began), out);
        caches.assembleInBackground();
    }

    private void watch() {
        while (!toldToStop) {
            for (Part part : platform.parts()) {
                if (!part.runs() && !toldToStop) {
                    throw new PartFailure("%s stopped by itself: %s (log: %s)"
                            .formatted(
                                    part.name(),
                                    part.log().lastError(),
                                    part.log().path()));
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private int reported(PartFailure failure) {
        err.println("dorsal: " + failure.getMessage());
        err.flush();
        return 1;
    }

    private void stop() {
        // An interrupt has told us to stop; while stopping it would only make us impatient.
        Thread.interrupted();
        out.println("Stopping");
        out.flush();
        platform.stop();
        if (toldToStop) {
            caches.finish();
        }
        out.println("Stopped");
        out.flush();
        lock.close();
        stopped.countDown();
    }

    /** A signal ends the JVM as soon as its hooks return, so this one waits until everything has stopped. */
    private void stopOnSignal(Thread running) {
        toldToStop = true;
        running.interrupt();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
