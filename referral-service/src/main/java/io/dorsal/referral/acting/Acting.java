package io.dorsal.referral.acting;

import io.dorsal.referral.lifecycle.ActionName;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import java.util.List;

/** What came of the attempt to act on a referral. */
public sealed interface Acting {

    /** It is done; a repetition of what was done before has no changes. */
    record Done(List<ReferralChange> changes) implements Acting {

        public Done {
            changes = List.copyOf(changes);
        }
    }

    /** There is no such referral in sight. */
    record Unknown() implements Acting {}

    /** It is the other side's to do. */
    record Forbidden() implements Acting {}

    /** It has changed since the version that was read. */
    record Stale(long version) implements Acting {}

    /** It is not possible as the referral stands. */
    record Illegal(StateName state, List<ActionName> legal) implements Acting {

        public Illegal {
            legal = List.copyOf(legal);
        }
    }

    /** It stands, or has stood, in that queue. */
    record LoopRefused(StateName state, List<ActionName> legal, List<Queue> possible) implements Acting {

        public LoopRefused {
            legal = List.copyOf(legal);
            possible = List.copyOf(possible);
        }
    }

    /** The clock may not stand still for so long. */
    record PauseRefused(Instant latest) implements Acting {}
}
