package io.dorsal.referral.observing;

import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.rules.decision.Queue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts changes of referrals. Names and tags are public API. */
public final class ChangeMetrics {

    private final MeterRegistry registry;

    public ChangeMetrics(MeterRegistry registry) {
        this.registry = registry;
        // A counter that is not there cannot be seen to rise.
        for (Queue queue : Queue.values()) {
            for (ChangeReason reason : ChangeReason.values()) {
                changes(queue, reason);
            }
        }
    }

    /** Counts changes that have been committed. */
    public void changed(List<ReferralChange> changes) {
        changes.forEach(
                change -> changes(change.referral().queue(), change.reason()).increment());
    }

    private Counter changes(Queue queue, ChangeReason reason) {
        return Counter.builder("dorsal.referral.changes")
                .description("Changes of referrals")
                .tag("queue", queue.name())
                .tag("reason", reason.name())
                .register(registry);
    }
}
