package io.dorsal.referral.routing;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.util.List;

/**
 * A decision's wish that a queue sees the patient.
 *
 * @param primary true for the first of the decision
 * @param rules ids of the rules that ask for the queue, in the order of the findings
 */
public record ReferralRequest(Queue queue, Urgency urgency, boolean primary, List<String> rules) {

    public ReferralRequest {
        rules = List.copyOf(rules);
    }

    /** The same, as the primary one or not. */
    ReferralRequest ranked(boolean isPrimary) {
        return new ReferralRequest(queue, urgency, isPrimary, rules);
    }
}
