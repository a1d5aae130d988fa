package io.dorsal.referral.routing;

import io.dorsal.rules.decision.Queue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    AssessmentCase after(DecidedRevision decision, List<ReferralChange> changes) {
        Map<Queue, Referral> changed = new EnumMap<>(Queue.class);
        changed.putAll(referrals);
        changes.forEach(change -> changed.put(change.referral().queue(), change.referral()));
        return new AssessmentCase(id, decision.standing(), changed);
    }
}
