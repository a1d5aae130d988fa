package io.dorsal.referral.lifecycle.kafka;

import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.Urgency;
import io.dorsal.referral.lifecycle.Origin;
import io.dorsal.referral.lifecycle.Placement;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralState;
import io.dorsal.schemas.identity.Identities;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes of referrals as events. */
public final class ReferralEvents {

    private ReferralEvents() {}

    /** The event that tells of a change. */
    public static ReferralChanged of(ReferralChange change) {
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
                .setReason(change.codedReason())
                .setAdvice(advice(referral.state()))
                .setSite(referral.site())
                .setSiteReason(siteReason(referral))
                .setAppointmentAt(appointmentAt(referral.state()))
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

    private static @Nullable String advice(ReferralState state) {
        return state instanceof ReferralState.Returned returned ? returned.advice() : null;
    }

    private static @Nullable String siteReason(Referral referral) {
        Placement placement = referral.placement();
        return placement == null || !referral.state().isOpen()
                ? null
                : placement.reason().name();
    }

    private static @Nullable Instant appointmentAt(ReferralState state) {
        return switch (state) {
            case ReferralState.Scheduled scheduled -> scheduled.appointmentAt();
            case ReferralState.NoShow missed -> missed.appointmentAt();
            case ReferralState.Routed _,
                    ReferralState.Accepted _,
                    ReferralState.Completed _,
                    ReferralState.Returned _,
                    ReferralState.Redirected _,
                    ReferralState.Withdrawn _,
                    ReferralState.Cancelled _ -> null;
        };
    }
}
