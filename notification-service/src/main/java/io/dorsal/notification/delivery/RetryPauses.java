package io.dorsal.notification.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before an attempt is repeated: doubling, with jitter, and never giving up. */
public final class RetryPauses {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;

    private final RandomGenerator random;

    public RetryPauses(RandomGenerator random) {
        this.random = random;
    }

    /** The pause after the given attempt, counted from 1: between half of the nominal one and the whole. */
    public Duration after(int attempt, Outcome outcome) {
        Duration nominal = switch (outcome) {
            case Outcome.Refused refused -> LONGEST;
            case Outcome.Failed failed -> doubled(attempt);
            case Outcome.Accepted accepted -> Duration.ZERO;
        };
        return Duration.ofMillis((long) (nominal.toMillis() * random.nextDouble(0.5, 1.0)));
    }

    private static Duration doubled(int attempt) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
