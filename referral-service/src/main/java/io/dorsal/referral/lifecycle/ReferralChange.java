package io.dorsal.referral.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a referral.
 *
 * @param referral as it stands after the step
 * @param from the state before; null for the first step
 * @param deed what somebody did; null where this service followed a decision or a clock
 */
public record ReferralChange(
        Referral referral,
        @Nullable ReferralState from,
        ChangeReason reason,
        @Nullable Deed deed,
        Instant at) {

    private static final String THIS_SERVICE = "referral-service";

    /** A step that nobody took. */
    public static ReferralChange byThisService(
            Referral referral, @Nullable ReferralState from, ChangeReason reason, Instant at) {
        return new ReferralChange(referral, from, reason, null, at);
    }

    /** The same step, with a site chosen for the referral. */
    public ReferralChange placed(@Nullable Placement chosen) {
        return new ReferralChange(referral.placed(chosen), from, reason, deed, at);
    }

    /** The site that was chosen by this step; empty where it chose none. */
    public Optional<Placement> chosen() {
        return Optional.ofNullable(referral.placement())
                .filter(placement -> placement.atVersion() == referral.version());
    }

    /** Who took the step: a subject, or this service. */
    public String actor() {
        return deed == null ? THIS_SERVICE : deed.actor();
    }

    /** What somebody did; empty where nobody did anything. */
    public Optional<Deed> done() {
        return Optional.ofNullable(deed);
    }

    /** The coded reason as the world sees it: the one given, or what happened. */
    public String codedReason() {
        return done().flatMap(done -> done.action().code()).map(Enum::name).orElse(reason.name());
    }
}
