package io.dorsal.referral.routing;

import io.dorsal.rules.decision.Urgency;
import java.time.Instant;

/**
 * The decision that an assessment's referrals follow: the newest revision, and of two bodies the more urgent.
 *
 * @param firstReceivedAt when the first revision known of was received; the clocks of all referrals start here
 */
public record Standing(int revision, String bodyHash, Urgency urgency, Instant firstReceivedAt) {

    /**
     * Whether this one is kept when both came in under one revision. Of two that are equally urgent the hash decides,
     * so that the order of arrival never does.
     */
    boolean outranks(Standing other) {
        return urgency == other.urgency
                ? bodyHash.compareTo(other.bodyHash) < 0
                : urgency.isMoreUrgentThan(other.urgency);
    }

    /** The same at the more urgent of its own urgency and another. */
    Standing raisedTo(Urgency other) {
        return new Standing(revision, bodyHash, Urgency.mostUrgent(urgency, other), firstReceivedAt);
    }

    /** The same, received first at the earlier of its own time and another's. */
    Standing receivedFirstWith(Standing other) {
        return other.firstReceivedAt.isBefore(firstReceivedAt)
                ? new Standing(revision, bodyHash, urgency, other.firstReceivedAt)
                : this;
    }
}
