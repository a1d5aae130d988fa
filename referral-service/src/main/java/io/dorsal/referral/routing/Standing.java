package io.dorsal.referral.routing;

import io.dorsal.referral.lifecycle.ReferralRequest;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The decision that an assessment's referrals follow: the newest revision, and of two bodies the more urgent.
 *
 * @param firstReceivedAt when the first revision known of was received; the clocks of all referrals start here
 * @param asked what all decisions about this body have asked for together, each queue once
 */
public record Standing(
        int revision, String bodyHash, Urgency urgency, Instant firstReceivedAt, List<ReferralRequest> asked) {

    public Standing {
        asked = List.copyOf(asked);
    }

    /**
     * Whether this one is kept when both came in under one revision. Of two that are equally urgent the hash decides,
     * so that the order of arrival never does.
     */
    boolean outranks(Standing other) {
        return urgency == other.urgency
                ? bodyHash.compareTo(other.bodyHash) < 0
                : urgency.isMoreUrgentThan(other.urgency);
    }

    /** The same at the more urgent of its own urgency and another, asking for more. */
    Standing raisedTo(Urgency other, List<ReferralRequest> askedTogether) {
        return new Standing(revision, bodyHash, Urgency.mostUrgent(urgency, other), firstReceivedAt, askedTogether);
    }

    /** The same, received first at the earlier of its own time and another's. */
    Standing receivedFirstWith(Standing other) {
        return other.firstReceivedAt.isBefore(firstReceivedAt)
                ? new Standing(revision, bodyHash, urgency, other.firstReceivedAt, asked)
                : this;
    }

    /** Whether it has asked for the queue, and as urgently. */
    boolean hasAskedFor(ReferralRequest request) {
        return askedOf(request.queue())
                .filter(known -> !request.urgency().isMoreUrgentThan(known.urgency()))
                .isPresent();
    }

    private Optional<ReferralRequest> askedOf(Queue queue) {
        return asked.stream().filter(request -> request.queue() == queue).findFirst();
    }
}
