package io.dorsal.referral.routing.kafka;

import io.dorsal.referral.observing.ChangeMetrics;
import io.dorsal.referral.routing.RoutedBatch;
import io.dorsal.referral.routing.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What this service measures of decisions. Names and tags are public API. */
@Component
class ReferralMetrics {

    private final MeterRegistry registry;
    private final ChangeMetrics changes;
    private final Timer timeToQueue;
    private final Counter conflicts;
    private final Counter unrecognisedUrgencies;
    private final Counter unrecognisedQueues;

    ReferralMetrics(MeterRegistry registry, ChangeMetrics changes) {
        this.registry = registry;
        this.changes = changes;
        timeToQueue = Timer.builder("dorsal.referral.time.to.queue")
                .description("From the clinic's submission of a revision to its referrals standing in their queues")
                .serviceLevelObjectives(
                        Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1))
                .register(registry);
        conflicts = Counter.builder("dorsal.referral.conflicts")
                .description("Revisions that came in with two bodies; the more urgent decision was kept")
                .register(registry);
        unrecognisedUrgencies = Counter.builder("dorsal.referral.unrecognised.urgencies")
                .description("Decisions with an urgency that this version does not know, handled as EMERGENCY")
                .register(registry);
        unrecognisedQueues = Counter.builder("dorsal.referral.unrecognised.queues")
                .description("Decisions with a queue that this version does not know; the others were served")
                .register(registry);
        for (Verdict verdict : Verdict.values()) {
            decisions(verdict);
        }
    }

    void routed(RoutedBatch batch) {
        batch.verdicts().forEach((verdict, count) -> decisions(verdict).increment(count));
        changes.changed(batch.changes());
        conflicts.increment(batch.conflicts().size());
        batch.standing()
                .forEach(decision -> timeToQueue.record(Duration.between(decision.receivedAt(), batch.routedAt())));
    }

    void unrecognisedUrgency() {
        unrecognisedUrgencies.increment();
    }

    void unrecognisedQueue() {
        unrecognisedQueues.increment();
    }

    private Counter decisions(Verdict verdict) {
        return Counter.builder("dorsal.referral.decisions")
                .description("Decisions taken in, by what they meant")
                .tag("verdict", verdict.name())
                .register(registry);
    }
}
