package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.rules.decision.Queue;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What routing knows of an assessment.
 *
 * @param standing the decision that its referrals follow; null before the first
 * @param referrals the latest episode in each queue, open or closed
 */
public record AssessmentCase(AssessmentId id, @Nullable Standing standing, Map<Queue, Referral> referrals) {

    public AssessmentCase {
        referrals = Map.copyOf(referrals);
    }

    /** An assessment of which nothing is known yet. */
    public static AssessmentCase unknown(AssessmentId id) {
        return new AssessmentCase(id, null, Map.of());
    }

    /** The open referrals, by queue. */
    List<Referral> open() {
        return referrals.values().stream()
                .filter(referral -> referral.state().isOpen())
                .sorted(Comparator.comparing(Referral::queue))
                .toList();
    }

    /** The open referral to which one of a queue was redirected; empty where there is none. */
    Optional<Referral> redirectedFrom(Queue queue) {
        return open().stream()
                .filter(referral -> referral.path().contains(queue))
                .findFirst();
    }

    AssessmentCase after(Standing decided, List<ReferralChange> changes) {
        Map<Queue, Referral> changed = new EnumMap<>(Queue.class);
        changed.putAll(referrals);
        changes.forEach(change -> changed.put(change.referral().queue(), change.referral()));
        return new AssessmentCase(id, decided, changed);
    }
}
