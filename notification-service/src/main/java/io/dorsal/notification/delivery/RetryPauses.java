package io.dorsal.notification.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before an attempt is repeated: doubling, with jitter, and never giving up. */
public final class RetryPauses {

    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;
    private final Duration first;
    private final Duration longest;

    /** Pauses of a second at first, of half a minute at most. */
    public RetryPauses(RandomGenerator random) {
        this(random, Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    public RetryPauses(RandomGenerator random, Duration first, Duration longest) {
        this.random = random;
        this.first = first;
        this.longest = longest;
    }

    /** The pause after the given attempt, counted from 1: between half of the nominal one and the whole. */
    public Duration after(int attempt, Outcome outcome) {
        Duration nominal = switch (outcome) {
            case Outcome.Refused refused -> longest;
            case Outcome.Failed failed -> doubled(attempt);
            case Outcome.Accepted accepted -> Duration.ZERO;
            case Outcome.Gone gone -> Duration.ZERO;
        };
        return Duration.ofMillis((long) (nominal.toMillis() * random.nextDouble(0.5, 1.0)));
    }

    private Duration doubled(int attempt) {
        Duration pause = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
