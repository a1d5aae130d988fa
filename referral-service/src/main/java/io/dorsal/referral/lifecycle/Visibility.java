package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which referrals a caller may see; part of every query.
 *
 * @param everything true for administrators; the rest does not matter then
 * @param queues the queues that the caller works on, in the networks that it serves
 * @param clinicId the clinic whose own referrals the caller may see; null for none
 */
public record Visibility(
        boolean everything,
        Set<Queue> queues,
        Set<String> networks,
        @Nullable String clinicId) {

    public Visibility {
        queues = Set.copyOf(queues);
        networks = Set.copyOf(networks);
    }

    /** All there is. */
    public static Visibility ofEverything() {
        return new Visibility(true, EnumSet.allOf(Queue.class), Set.of(), null);
    }

    /** What the caller is to a referral. */
    public Set<Party> partiesOf(Referral referral) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        Origin origin = referral.origin();
        if (everything || origin.clinicId().equals(clinicId)) {
            parties.add(Party.CLINIC);
        }
        if (everything
                || (!origin.synthetic()
                        && queues.contains(referral.queue())
                        && networks.contains(origin.networkId()))) {
            parties.add(Party.SPECIALIST);
        }
        return parties;
    }

    /** Whether the caller works on the queue. */
    public boolean includes(Queue queue) {
        return everything || queues.contains(queue);
    }
}
