package io.dorsal.referral.routing;

import io.dorsal.rules.decision.Urgency;

/** The decision that an assessment's referrals follow: the newest revision, and of two bodies the more urgent. */
public record Standing(int revision, String bodyHash, Urgency urgency) {

    /**
     * Whether this one is kept when both came in under one revision. Of two that are equally urgent the hash decides,
     * so that the order of arrival never does.
     */
    boolean outranks(Standing other) {
        return urgency == other.urgency
                ? bodyHash.compareTo(other.bodyHash) < 0
                : urgency.isMoreUrgentThan(other.urgency);
    }
}
