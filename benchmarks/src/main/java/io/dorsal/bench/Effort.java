package io.dorsal.bench;

import java.time.Duration;

/**
 * How thoroughly to measure.
 *
 * @param rounds in each of which everybody is measured once, in a JVM of its own
 * @param iterations to warm up, and as many again to measure
 * @param iteration how long one takes
 * @param everything whether also what has no bar is measured in every round, and what takes minutes to set up at all
 */
public record Effort(int rounds, int iterations, Duration iteration, boolean everything) {
    /** Well under ten minutes. */
    public static final Effort QUICK = new Effort(5, 3, Duration.ofMillis(400), false);

    /** About an hour. */
    public static final Effort FULL = new Effort(7, 5, Duration.ofSeconds(1), true);
}
