package io.dorsal.notification.observing;

import io.dorsal.notification.reading.OpenAlerts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The emergency that has waited longest to be told, of those that this instance remembers and those that are stored. */
final class OldestUntold {

    private OldestUntold() {}

    /**
     * Its age in seconds; 0 where all are told. Not a number where the store does not say and none is remembered: another
     * instance may know of one.
     */
    static double seconds(Optional<Instant> remembered, OpenAlerts stored, Instant now) {
        double ofStored = stored.oldestUntoldSeconds(now);
        return remembered
                .map(since -> Duration.between(since, now).toMillis() / 1000.0)
                .map(ofRemembered -> Double.isNaN(ofStored) ? ofRemembered : Math.max(ofRemembered, ofStored))
                .orElse(ofStored);
    }
}
