package io.dorsal.intake.outcome.webhook;

import io.dorsal.intake.outcome.ClinicReceivers;
import io.dorsal.intake.outcome.OutcomeQueue;
import io.dorsal.intake.outcome.OutcomeQueue.Waiting;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many webhooks wait, and for how long the first of them, as last counted; not a number while that is not known. */
final class WaitingOutcomes {

    private final OutcomeQueue queue;
    private final ClinicReceivers receivers;
    private final Clock clock;
    private volatile @Nullable Waiting last;

    WaitingOutcomes(OutcomeQueue queue, ClinicReceivers receivers, Clock clock) {
        this.queue = queue;
        this.receivers = receivers;
        this.clock = clock;
    }

    void count() {
        try {
            last = queue.waiting(receivers.clinics());
        } catch (RuntimeException e) {
            last = null;
            throw e;
        }
    }

    double number() {
        Waiting known = last;
        return known == null ? Double.NaN : known.count();
    }

    double seconds() {
        Waiting known = last;
        return known == null
                ? Double.NaN
                : known.since()
                        .map(since -> Math.max(
                                0, Duration.between(since, clock.instant()).toMillis() / 1000.0))
                        .orElse(0.0);
    }
}
