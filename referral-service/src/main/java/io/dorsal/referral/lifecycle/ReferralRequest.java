package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.util.List;
import java.util.stream.Stream;

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
    public ReferralRequest ranked(boolean isPrimary) {
        return new ReferralRequest(queue, urgency, isPrimary, rules);
    }

    /** The same of another queue. */
    public ReferralRequest toQueue(Queue other) {
        return new ReferralRequest(other, urgency, primary, rules);
    }

    /** Both in one, in this queue: the more urgent, for all the rules. */
    public ReferralRequest and(ReferralRequest other) {
        return new ReferralRequest(
                queue,
                Urgency.mostUrgent(urgency, other.urgency),
                primary || other.primary,
                Stream.concat(rules.stream(), other.rules.stream()).distinct().toList());
    }

    /** Whether it is more urgent than another, or has rules that the other has not. */
    public boolean saysMoreThan(ReferralRequest other) {
        return urgency.isMoreUrgentThan(other.urgency) || !other.rules.containsAll(rules);
    }
}
