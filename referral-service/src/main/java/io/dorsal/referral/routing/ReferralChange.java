package io.dorsal.referral.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a referral.
 *
 * @param referral as it stands after the step
 * @param from the state before; null for the first step
 * @param actor who took the step: a subject, or this service
 */
public record ReferralChange(
        Referral referral, @Nullable ReferralState from, ChangeReason reason, String actor, Instant at) {

    private static final String THIS_SERVICE = "referral-service";

    static ReferralChange byThisService(
            Referral referral, @Nullable ReferralState from, ChangeReason reason, Instant at) {
        return new ReferralChange(referral, from, reason, THIS_SERVICE, at);
    }
}
