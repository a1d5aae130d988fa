package io.dorsal.rules.safety;

import io.dorsal.rules.decision.Urgency;

/** What became of one pair. */
public record PairVerdict(CounterfactualPair pair, Urgency decidedOne, Urgency decidedOther) {

    /** Whether both are as told. */
    public boolean isRight() {
        return decidedOne == pair.urgencyOfOne() && decidedOther == pair.urgencyOfOther();
    }
}
