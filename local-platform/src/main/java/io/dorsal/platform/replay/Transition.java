package io.dorsal.platform.replay;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.decision.UrgencyChange;
import java.util.Comparator;

/** From one urgency to another; the most urgent first. */
record Transition(Urgency from, Urgency to) implements Comparable<Transition> {

    private static final Comparator<Transition> ORDER =
            Comparator.comparing(Transition::from).thenComparing(Transition::to);

    static Transition of(UrgencyChange change) {
        return new Transition(change.from(), change.to());
    }

    boolean isLowered() {
        return from.isMoreUrgentThan(to);
    }

    @Override
    public int compareTo(Transition other) {
        return ORDER.compare(this, other);
    }
}
