package io.dorsal.notification.delivery;

import io.dorsal.kit.webhook.DoublingPauses;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before an attempt is repeated: doubling, with jitter, and never giving up. */
public final class RetryPauses {

    private final DoublingPauses pauses;

    /** Pauses of a second at first, of half a minute at most. */
    public RetryPauses(RandomGenerator random) {
        this(random, Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    public RetryPauses(RandomGenerator random, Duration first, Duration longest) {
        this.pauses = new DoublingPauses(random, first, longest);
    }

    /** The pause after the given attempt, counted from 1: between half of the nominal one and the whole. */
    public Duration after(int attempt, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> pauses.longest();
            case Outcome.Failed failed -> pauses.after(attempt);
            case Outcome.Accepted accepted -> Duration.ZERO;
            case Outcome.Gone gone -> Duration.ZERO;
        };
    }
}
