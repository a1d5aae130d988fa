package io.dorsal.referral.worklist;

import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place in the order of a worklist: the most urgent first, then what is due first. */
public record Position(Urgency urgency, @Nullable Instant dueAt, ReferralId referralId) {

    /** The place of a referral, where the next page continues. */
    public static Position of(Referral referral) {
        return new Position(referral.urgency(), referral.dueAt(), referral.id());
    }
}
