package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Referral;
import io.dorsal.rules.decision.Urgency;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which referrals findings ask for. An emergency is routed alone, since the emergency department goes first; otherwise
 * every finding is. A queue stands once, at the urgency of the first finding that names it: findings come most urgent
 * first.
 */
final class Referring {
    private Referring() {}

    static List<Referral> referrals(List<Finding> findings) {
        boolean emergency = findings.getFirst().urgency() == Urgency.EMERGENCY;
        Set<Queue> named = EnumSet.noneOf(Queue.class);
        List<Referral> referrals = new ArrayList<>();
        for (Finding finding : findings) {
            if (emergency && finding.urgency() != Urgency.EMERGENCY) {
                break;
            }
            for (Queue queue : finding.queues()) {
                if (named.add(queue)) {
                    referrals.add(new Referral(queue, finding.urgency(), referrals.isEmpty()));
                }
            }
        }
        return referrals;
    }
}
