package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a referral stands in its life, with what is known in that state. */
public sealed interface ReferralState {

    /** Waits in its queue for a specialist to accept it. */
    record Routed() implements ReferralState {}

    /** A specialist has taken it on. */
    record Accepted() implements ReferralState {}

    /** The patient has an appointment. */
    record Scheduled(Instant appointmentAt, @Nullable String site) implements ReferralState {}

    /** The patient did not come; may be scheduled again. */
    record NoShow(Instant appointmentAt, @Nullable String site) implements ReferralState {}

    /** The patient was seen. */
    record Completed(Code outcome) implements ReferralState {}

    /** Back with the clinic, which amends the assessment or closes it. */
    record Returned(Code reason, String advice) implements ReferralState {}

    /** Moved on to another queue, where its clock keeps running. */
    record Redirected(Queue to) implements ReferralState {}

    /** No longer asked for by a newer revision. */
    record Withdrawn() implements ReferralState {}

    /** Given up by the clinic. */
    record Cancelled() implements ReferralState {}

    /** The name of the state outside of this code. */
    default StateName name() {
        return switch (this) {
            case Routed _ -> StateName.ROUTED;
            case Accepted _ -> StateName.ACCEPTED;
            case Scheduled _ -> StateName.SCHEDULED;
            case NoShow _ -> StateName.NO_SHOW;
            case Completed _ -> StateName.COMPLETED;
            case Returned _ -> StateName.RETURNED;
            case Redirected _ -> StateName.REDIRECTED;
            case Withdrawn _ -> StateName.WITHDRAWN;
            case Cancelled _ -> StateName.CANCELLED;
        };
    }

    /** Its name as text. */
    default String code() {
        return name().name();
    }

    /** Whether somebody still has to do something; of an assessment and queue, one referral at most is open. */
    default boolean isOpen() {
        return name().isOpen();
    }

    /** Whether a specialist has taken it on, and so has to agree to its end. */
    default boolean isTakenOn() {
        return switch (this) {
            case Accepted _, Scheduled _, NoShow _ -> true;
            case Routed _, Completed _, Returned _, Redirected _, Withdrawn _, Cancelled _ -> false;
        };
    }
}
