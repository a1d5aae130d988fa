package io.dorsal.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured. Less is better.
 *
 * @param value in the unit that the name ends with
 * @param baseline what it is compared with, in the same unit
 * @param ratio of value to baseline; what the bar is about
 * @param bar the most that the ratio may be; null: none
 */
public record Row(
        String name,
        double value,
        double baseline,
        Interval ratio,
        @Nullable Double bar) {

    /** Whether the bar holds in all rounds, in none, or cannot be told. */
    public Holds holds() {
        if (bar == null || ratio.highest() <= bar) {
            return Holds.TRUE;
        }
        return ratio.lowest() > bar ? Holds.FALSE : Holds.UNRESOLVED;
    }

    /** What became of a bar. */
    public enum Holds {
        TRUE,
        FALSE,
        UNRESOLVED
    }
}
