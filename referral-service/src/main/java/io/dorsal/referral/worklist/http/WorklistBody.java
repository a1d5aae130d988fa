package io.dorsal.referral.worklist.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.referral.lifecycle.AskedEnd;
import io.dorsal.referral.lifecycle.Code;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralClock;
import io.dorsal.referral.lifecycle.ReferralState;
import io.dorsal.referral.worklist.Line;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a worklist.
 *
 * @param breached true where it is past due, or was told to be
 * @param acceptedBy who has taken it on; absent where nobody has, or it is closed
 * @param atRisk true where no site can see the patient in time, and nobody has taken it on; else absent
 * @param pause present while the clock stands still
 * @param toConfirm the end that a specialist is asked to confirm
 * @param outcome of what is COMPLETED
 * @param reason of what is RETURNED, with its advice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorklistBody(
        UUID referralId,
        UUID assessmentId,
        String clinicId,
        Queue queue,
        Urgency urgency,
        String state,
        Instant routedAt,
        @Nullable Instant dueAt,
        List<String> rules,
        long version,
        boolean breached,
        @Nullable String acceptedBy,
        @Nullable Boolean atRisk,
        @Nullable PauseBody pause,
        @Nullable AskedEnd toConfirm,
        @Nullable Instant appointmentAt,
        @Nullable String site,
        @Nullable Code outcome,
        @Nullable Code reason,
        @Nullable String advice,
        @Nullable Queue redirectedTo) {

    /** A time in which the clock stands still. */
    record PauseBody(Instant since, Instant until, Code reason) {}

    static WorklistBody of(Line line, Instant now) {
        WorklistBody plain = plain(line, now);
        return switch (line.referral().state()) {
            case ReferralState.Scheduled scheduled -> plain.appointed(scheduled.appointmentAt());
            case ReferralState.NoShow missed -> plain.appointed(missed.appointmentAt());
            case ReferralState.Completed(Code outcome) -> plain.ended(outcome, null, null, null);
            case ReferralState.Returned(Code reason, String advice) -> plain.ended(null, reason, advice, null);
            case ReferralState.Redirected(Queue to) -> plain.ended(null, null, null, to);
            case ReferralState.Routed _,
                    ReferralState.Accepted _,
                    ReferralState.Withdrawn _,
                    ReferralState.Cancelled _ -> plain;
        };
    }

    private static WorklistBody plain(Line line, Instant now) {
        Referral referral = line.referral();
        return new WorklistBody(
                referral.id().value(),
                referral.assessmentId().value(),
                referral.origin().clinicId(),
                referral.queue(),
                referral.urgency(),
                referral.state().code(),
                referral.routedAt(),
                referral.dueAt(),
                referral.request().rules(),
                referral.version(),
                referral.clock().breachedAt() != null || referral.isOverdue(now),
                line.acceptedBy(),
                referral.isAtRisk() ? true : null,
                pause(referral, now),
                referral.toConfirm(),
                null,
                referral.site(),
                null,
                null,
                null,
                null);
    }

    private static @Nullable PauseBody pause(Referral referral, Instant now) {
        ReferralClock.Pause pause = referral.clock().pause();
        return pause == null || !referral.state().isOpen() || !referral.clock().isPaused(now)
                ? null
                : new PauseBody(pause.since(), pause.until(), pause.reason());
    }

    private WorklistBody appointed(Instant at) {
        return with(at, null, null, null, null);
    }

    private WorklistBody ended(
            @Nullable Code ending, @Nullable Code why, @Nullable String advised, @Nullable Queue to) {
        return with(null, ending, why, advised, to);
    }

    private WorklistBody with(
            @Nullable Instant at,
            @Nullable Code ending,
            @Nullable Code why,
            @Nullable String advised,
            @Nullable Queue to) {
        return new WorklistBody(
                referralId,
                assessmentId,
                clinicId,
                queue,
                urgency,
                state,
                routedAt,
                dueAt,
                rules,
                version,
                breached,
                acceptedBy,
                atRisk,
                pause,
                toConfirm,
                at,
                site,
                ending,
                why,
                advised,
                to);
    }
}
