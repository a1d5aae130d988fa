package io.dorsal.kit.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before an attempt is repeated: doubling, and with jitter, between half of the nominal pause and the
 * whole, so that those who failed together do not come again together.
 */
public final class DoublingPauses {

    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;
    private final Duration first;
    private final Duration longest;

    public DoublingPauses(RandomGenerator random, Duration first, Duration longest) {
        this.random = random;
        this.first = first;
        this.longest = longest;
    }

    /** After the given attempt, counted from 1, has failed. */
    public Duration after(int attempt) {
        Duration pause = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return jittered(pause.compareTo(longest) < 0 ? pause : longest);
    }

    /** Where there is little hope, and nobody to lose it. */
    public Duration longest() {
        return jittered(longest);
    }

    private Duration jittered(Duration nominal) {
        return Duration.ofMillis((long) (nominal.toMillis() * random.nextDouble(0.5, 1.0)));
    }
}
