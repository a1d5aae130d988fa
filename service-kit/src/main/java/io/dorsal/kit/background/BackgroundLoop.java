package io.dorsal.kit.background;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.kit.messaging.RepeatedFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Does some work round after round, on a thread of its own. As a bean it starts and stops with the service.
 *
 * <ul>
 *   <li>A round that fails is logged and tried again after a pause, for ever if need be.
 *   <li>A round that ends by an {@code Error} ends the loop, and the service is no longer live: a loop that nobody knows
 *       to be dead would be worse.
 *   <li>Stopping lets the round in progress end, and interrupts it only if that takes longer than five seconds.
 * </ul>
 */
public final class BackgroundLoop implements SmartLifecycle {

    /** One round of the work. */
    @FunctionalInterface
    public interface Round {

        /** Does it, and tells when the next is due. */
        Next run() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final ApplicationEventPublisher events;
    private final Round round;
    private final int phase;
    private final Duration pauseAfterFailure;
    private final RepeatedFailure failures;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Run run;

    /** A loop that starts after everything else, and stops before it. */
    public BackgroundLoop(String name, ApplicationEventPublisher events, Round round) {
        this(name, events, round, DEFAULT_PHASE);
    }

    /**
     * @param name of the thread, and in the log
     * @param phase the lower, the earlier it starts and the later it stops
     */
    public BackgroundLoop(String name, ApplicationEventPublisher events, Round round, int phase) {
        this(name, events, round, phase, PAUSE_AFTER_FAILURE);
    }

    BackgroundLoop(String name, ApplicationEventPublisher events, Round round, int phase, Duration pauseAfterFailure) {
        this.name = name;
        this.events = events;
        this.round = round;
        this.phase = phase;
        this.pauseAfterFailure = pauseAfterFailure;
        this.failures = new RepeatedFailure(LOG, "The background work " + name);
    }

    /** Ends the pause, or spares the one to come. The pause after a failure is never cut short. */
    public void wake() {
        wakeUps.release();
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            Run started = new Run();
            run = started;
            started.thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        Run stopping = run;
        if (stopping != null) {
            stopping.stop();
        }
        run = null;
    }

    @Override
    public boolean isRunning() {
        Run current = run;
        return current != null && current.thread.isAlive();
    }

    @Override
    public int getPhase() {
        return phase;
    }

    /** From a start to a stop. */
    private final class Run implements Runnable {

        private final Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(this);
        private final CountDownLatch stopped = new CountDownLatch(1);

        @Override
        public void run() {
            try {
                Next next = Next.atOnce();
                while (next instanceof Next.After(Duration pause)) {
                    next = roundAfter(pause);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Error e) {
                LOG.error(
                        "The background work {} ended. This instance is no longer live and must be restarted: {}",
                        name,
                        FailureTrace.of(e));
                AvailabilityChangeEvent.publish(events, BackgroundLoop.this, LivenessState.BROKEN);
            }
        }

        private Next roundAfter(Duration pause) throws InterruptedException {
            try {
                pause(pause);
                if (isStopped()) {
                    return Next.never();
                }
                Next next = round.run();
                failures.worked();
                return next;
            } catch (Exception e) {
                Thread.interrupted(); // an interrupt that was not meant to stop it must not end it
                if (isStopped()) {
                    return Next.never();
                }
                failures.failed(e);
                return stopped.await(pauseAfterFailure.toMillis(), TimeUnit.MILLISECONDS)
                        ? Next.never()
                        : Next.atOnce();
            }
        }

        private void pause(Duration pause) throws InterruptedException {
            if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        }

        private boolean isStopped() {
            return stopped.getCount() == 0;
        }

        void stop() {
            stopped.countDown();
            wake();
            try {
                if (!thread.join(PATIENCE)) {
                    thread.interrupt();
                    thread.join(PATIENCE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
