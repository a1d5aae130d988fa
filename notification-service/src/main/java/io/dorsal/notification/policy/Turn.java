package io.dorsal.notification.policy;

import java.util.Comparator;

/**
 * Where an alert stands in its chain.
 *
 * @param round from 1
 * @param step within the round, from 1; 0 marks a notice beside the chain, whose round is then the alert's version
 */
public record Turn(int round, int step) {

    /** Where every chain begins. */
    public static final Turn FIRST = new Turn(1, 1);

    /** As the chain comes to them. */
    public static final Comparator<Turn> IN_ORDER =
            Comparator.comparingInt(Turn::round).thenComparingInt(Turn::step);

    public Turn {
        if (round < 1 || step < 0) {
            throw new IllegalArgumentException("rounds count from 1, steps from 0");
        }
    }

    /** The turn of a notice, told to those who already hold the alert; no two of an alert have the same. */
    public static Turn noticeOf(long version) {
        return new Turn(Math.toIntExact(version), 0);
    }

    /** Where the chain begins anew. */
    public Turn inNextRound() {
        return new Turn(round + 1, 1);
    }

    /** True for a notice beside the chain. */
    public boolean isNotice() {
        return step == 0;
    }

    /** True if the chain comes to this turn after the other. */
    public boolean isAfter(Turn other) {
        return IN_ORDER.compare(this, other) > 0;
    }
}
