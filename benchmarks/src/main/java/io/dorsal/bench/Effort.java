package io.dorsal.bench;

import java.time.Duration;

/**
 * How thoroughly to measure.
 *
 * @param rounds in each of which everybody is measured once, in a JVM of its own
 * @param warmUp how long the JVM has to learn before it counts
 * @param measuring how long it is measured then
 * @param everything whether also what has no bar is measured in every round, and what takes minutes to set up at all
 */
public record Effort(int rounds, Duration warmUp, Duration measuring, boolean everything) {
    /** Less than ten minutes on a machine that does nothing else. */
    public static final Effort QUICK = new Effort(5, Duration.ofMillis(2500), Duration.ofMillis(1200), false);

    /** About an hour. */
    public static final Effort FULL = new Effort(7, Duration.ofSeconds(5), Duration.ofSeconds(5), true);
}
