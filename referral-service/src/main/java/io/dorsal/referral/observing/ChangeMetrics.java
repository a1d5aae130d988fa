package io.dorsal.referral.observing;

import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.SiteReason;
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
        for (SiteReason reason : SiteReason.values()) {
            choices(reason);
        }
    }

    /** Counts changes that have been committed. */
    public void changed(List<ReferralChange> changes) {
        for (ReferralChange change : changes) {
            changes(change.referral().queue(), change.reason()).increment();
            change.chosen().ifPresent(placement -> choices(placement.reason()).increment());
        }
    }

    private Counter choices(SiteReason reason) {
        return Counter.builder("dorsal.referral.site.choices")
                .description("Referrals for which a site was to be chosen, by what came of it")
                .tag("reason", reason.name())
                .register(registry);
    }

    private Counter changes(Queue queue, ChangeReason reason) {
        return Counter.builder("dorsal.referral.changes")
                .description("Changes of referrals")
                .tag("queue", queue.name())
                .tag("reason", reason.name())
                .register(registry);
    }
}
