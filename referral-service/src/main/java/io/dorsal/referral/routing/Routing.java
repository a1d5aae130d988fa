package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.ReferralChange;
import java.util.List;

/**
 * What came of routing one decision.
 *
 * @param after the assessment as it stands now
 * @param changes in the order in which they happened
 * @param stands whether the decision is the one now that explains the referrals
 */
public record Routing(Verdict verdict, AssessmentCase after, List<ReferralChange> changes, boolean stands) {

    public Routing {
        changes = List.copyOf(changes);
    }
}
