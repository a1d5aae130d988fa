package io.dorsal.referral.lifecycle.jdbc;

import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralClock.Pause;
import io.dorsal.referral.lifecycle.ReferralState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known in some states only, and of a pause. */
record StateColumns(
        @Nullable String code,
        @Nullable String advice,
        @Nullable String site,
        @Nullable Instant appointmentAt,
        @Nullable String redirectedTo,
        @Nullable Pause pause) {

    static StateColumns of(Referral referral) {
        Pause pause = referral.clock().pause();
        return switch (referral.state()) {
            case ReferralState.Scheduled(Instant at, String site) ->
                new StateColumns(null, null, site, at, null, pause);
            case ReferralState.NoShow(Instant at, String site) -> new StateColumns(null, null, site, at, null, pause);
            case ReferralState.Completed completed ->
                new StateColumns(completed.outcome().name(), null, null, null, null, pause);
            case ReferralState.Returned returned ->
                new StateColumns(returned.reason().name(), returned.advice(), null, null, null, pause);
            case ReferralState.Redirected redirected ->
                new StateColumns(null, null, null, null, redirected.to().name(), pause);
            case ReferralState.Routed _,
                    ReferralState.Accepted _,
                    ReferralState.Withdrawn _,
                    ReferralState.Cancelled _ -> new StateColumns(null, null, null, null, null, pause);
        };
    }

    @Nullable
    Instant pausedSince() {
        return pause == null ? null : pause.since();
    }

    @Nullable
    Instant pausedUntil() {
        return pause == null ? null : pause.until();
    }

    @Nullable
    String pauseReason() {
        return pause == null ? null : pause.reason().name();
    }
}
