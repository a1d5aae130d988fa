package io.dorsal.notification.paging.config;

import io.dorsal.notification.paging.GoingOn;
import io.dorsal.notification.waking.RepeatedFailure;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks several times a second for steps that are due. Due times stand in the database, so a restart loses none. */
final class StepClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StepClock.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final GoingOn goingOn;
    private final RepeatedFailure steps = new RepeatedFailure(LOG, "Taking the steps that are due");
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    StepClock(GoingOn goingOn) {
        this.goingOn = goingOn;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("step-clock").start(this::run);
    }

    private void run() {
        try {
            while (running) {
                Thread.sleep(takeDueSteps());
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private Duration takeDueSteps() {
        try {
            boolean tookAll = goingOn.takeDueSteps();
            steps.worked();
            return tookAll ? LOOK_EVERY : Duration.ZERO;
        } catch (RuntimeException e) {
            steps.failed(e);
            return PAUSE_AFTER_FAILURE;
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(PAUSE_AFTER_FAILURE.multipliedBy(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
