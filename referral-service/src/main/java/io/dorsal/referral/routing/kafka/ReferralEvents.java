package io.dorsal.referral.routing.kafka;

import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.Urgency;
import io.dorsal.referral.routing.Origin;
import io.dorsal.referral.routing.Referral;
import io.dorsal.referral.routing.ReferralChange;
import io.dorsal.referral.routing.ReferralState;
import io.dorsal.schemas.identity.Identities;
import org.jspecify.annotations.Nullable;

/** Changes of referrals as events. */
final class ReferralEvents {

    private ReferralEvents() {}

    static ReferralChanged of(ReferralChange change) {
        Referral referral = change.referral();
        Origin origin = referral.origin();
        return ReferralChanged.newBuilder()
                .setEventId(
                        Identities.eventId(ReferralChanged.class, referral.id().value(), referral.version()))
                .setAssessmentId(referral.assessmentId().value())
                .setRevision(referral.revision())
                .setClinicId(origin.clinicId())
                .setNetworkId(origin.networkId())
                .setSynthetic(origin.synthetic())
                .setReferralId(referral.id().value())
                .setQueue(Queue.valueOf(referral.queue().name()))
                .setEpisode(referral.episode())
                .setVersion(referral.version())
                .setState(state(referral.state()))
                .setPreviousState(previous(change.from()))
                .setUrgency(Urgency.valueOf(referral.urgency().name()))
                .setPrimary(referral.request().primary())
                .setRules(referral.request().rules())
                .setActor(change.actor())
                .setReason(change.reason().name())
                .setRoutedAt(referral.routedAt())
                .setDueAt(referral.dueAt())
                .setChangedAt(change.at())
                .build();
    }

    private static io.dorsal.events.@Nullable ReferralState previous(@Nullable ReferralState state) {
        return state == null ? null : state(state);
    }

    private static io.dorsal.events.ReferralState state(ReferralState state) {
        return io.dorsal.events.ReferralState.valueOf(state.code());
    }
}
