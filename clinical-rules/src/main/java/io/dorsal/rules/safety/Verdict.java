package io.dorsal.rules.safety;

import io.dorsal.rules.decision.Urgency;
import java.util.stream.Stream;

/** What became of one gold case. */
public record Verdict(GoldCase gold, Urgency decided) {

    /** Whether the decision is less urgent than every urgency that is right. */
    public boolean isUnder() {
        return gold.leastUrgent().isMoreUrgentThan(decided);
    }

    /** By how many levels the decision is more urgent than every urgency that is right; 0 if it is not. */
    public int levelsOver() {
        return (int) Stream.of(Urgency.values())
                .filter(level -> level.isMoreUrgentThan(gold.mostUrgent()) && !level.isMoreUrgentThan(decided))
                .count();
    }

    /** Whether it is one of those that are right. */
    public boolean isAccepted() {
        return gold.accepted().contains(decided);
    }
}
