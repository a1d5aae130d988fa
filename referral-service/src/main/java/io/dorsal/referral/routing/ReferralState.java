package io.dorsal.referral.routing;

import java.util.List;
import java.util.Optional;

/** Where a referral stands in its life. */
public sealed interface ReferralState {

    /** Waits in its queue for a specialist to accept it. */
    record Routed() implements ReferralState {}

    /** No longer asked for by a newer revision; it ended before anybody had accepted it. */
    record Withdrawn() implements ReferralState {}

    /** The name of the state outside of this code. */
    default StateName name() {
        return switch (this) {
            case Routed _ -> StateName.ROUTED;
            case Withdrawn _ -> StateName.WITHDRAWN;
        };
    }

    /** Its name as text. */
    default String code() {
        return name().name();
    }

    /** All states. */
    static List<ReferralState> all() {
        return List.of(new Routed(), new Withdrawn());
    }

    /** The state of this name; empty where there is none. */
    static Optional<ReferralState> named(String code) {
        return all().stream().filter(state -> state.code().equals(code)).findFirst();
    }

    /** Whether somebody still has to do something; of an assessment and queue, one referral at most is open. */
    default boolean isOpen() {
        return name().isOpen();
    }
}
