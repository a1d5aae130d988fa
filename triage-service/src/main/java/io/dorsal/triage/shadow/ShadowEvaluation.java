package io.dorsal.triage.shadow;

import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.UrgencyChange;
import io.dorsal.triage.shadow.ShadowMetrics.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a candidate decide again what was decided, on a single thread of low priority, and tells where the two differ.
 *
 * <ul>
 *   <li>What is decided waits here in a queue that has an end: where it is full, an assessment is left out and counted, so
 *       that a candidate that is slow, or never returns, holds up nobody and fills no memory.
 *   <li>Whatever the candidate throws is counted and logged, and so is a disagreement that cannot be published.
 *   <li>What waits at the stop of the service is not compared. What is decided again is compared again, and its disagreement
 *       published again under the same id.
 * </ul>
 */
public final class ShadowEvaluation implements Shadow, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowEvaluation.class);

    /** Some seconds of the most traffic that triage is built for, and some megabytes at most. */
    static final int WAITING_AT_MOST = 2_000;

    private final Candidate candidate;
    private final Disagreements disagreements;
    private final ShadowMetrics metrics;
    private final BlockingQueue<DecidedAssessment> waiting = new ArrayBlockingQueue<>(WAITING_AT_MOST);
    private final Thread thread;
    private final Occasionally failures = new Occasionally();
    private final Occasionally skips = new Occasionally();
    private volatile boolean closed;

    private ShadowEvaluation(Candidate candidate, Disagreements disagreements, ShadowMetrics metrics) {
        this.candidate = candidate;
        this.disagreements = disagreements;
        this.metrics = metrics;
        this.thread = lowPriority(this::run);
    }

    /** Nothing depends on the priority, and not every system heeds it. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static Thread lowPriority(Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name("shadow")
                .priority(Thread.MIN_PRIORITY)
                .unstarted(work);
    }

    /** Starts to compare with a candidate, until it is closed, which closes the disagreements as well. */
    public static ShadowEvaluation started(Candidate candidate, Disagreements disagreements, MeterRegistry registry) {
        ShadowEvaluation started = new ShadowEvaluation(candidate, disagreements, new ShadowMetrics(registry));
        started.thread.start();
        return started;
    }

    @Override
    public void decided(DecidedAssessment one) {
        if (!waiting.offer(one)) {
            metrics.compared(Outcome.SKIPPED);
            skips.run(() -> LOG.warn(
                    "The candidate ruleset is slower than what comes in: {} assessments were not compared so far",
                    (long) metrics.count(Outcome.SKIPPED)));
        }
    }

    private void run() {
        while (!closed) {
            try {
                compare(waiting.take());
            } catch (InterruptedException e) {
                // Whether that was meant to end it is for the loop to see.
            }
        }
    }

    private void compare(DecidedAssessment one) {
        try {
            Decision decision = metrics.timed(() -> candidate.decide(one));
            Optional<UrgencyChange> change =
                    UrgencyChange.between(one.decision().findings(), decision.findings());
            if (change.isPresent()) {
                metrics.disagreed(change.get());
                publish(new Disagreement(one, decision, change.get()));
            } else {
                metrics.compared(Outcome.AGREED);
            }
        } catch (Throwable e) {
            // An error as well: none of the candidate's may end the comparing, or the service.
            metrics.compared(Outcome.FAILED);
            failures.run(() -> LOG.warn(
                    "The candidate ruleset could not decide assessment {}{}; {} failed so far: {}",
                    one.assessmentId(),
                    e instanceof CandidateFailure failure ? ", rule " + failure.rule() : "",
                    (long) metrics.count(Outcome.FAILED),
                    FailureTrace.of(e)));
        }
    }

    private void publish(Disagreement disagreement) {
        try {
            disagreements.publish(disagreement);
        } catch (RuntimeException e) {
            metrics.notPublished();
            failures.run(() -> LOG.warn(
                    "The disagreement on assessment {} was not published: {}",
                    disagreement.assessment().assessmentId(),
                    FailureTrace.of(e)));
        }
    }

    /** Waits for nothing: a candidate that never returns must not hold up the stop either. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        disagreements.close();
    }
}
