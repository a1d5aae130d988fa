package io.dorsal.referral.lifecycle;

import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import java.util.List;

/** What came of an action. */
public sealed interface Taking {

    /** It has been taken. */
    record Taken(List<ReferralChange> changes) implements Taking {

        public Taken {
            changes = List.copyOf(changes);
        }
    }

    /** It is not possible as the referral stands. */
    record Illegal() implements Taking {}

    /** The referral does not go to that queue: it stands there, or has stood there. */
    record LoopRefused(List<Queue> possible) implements Taking {

        public LoopRefused {
            possible = List.copyOf(possible);
        }
    }

    /** The clock may not stand still for so long. */
    record PauseRefused(Instant latest) implements Taking {}
}
