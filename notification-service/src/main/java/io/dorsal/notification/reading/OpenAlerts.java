package io.dorsal.notification.reading;

import io.dorsal.notification.alert.AlertKind;
import java.time.Instant;

/** Counts the alerts that nobody has closed. */
public interface OpenAlerts {

    /** How many of this kind; not a number where that cannot be told now. */
    double count(AlertKind kind);

    /**
     * For how many seconds, now, the oldest alert of this kind waits for somebody who acknowledges it: 0 where there is
     * none, and not a number where that cannot be told.
     */
    double oldestUnacknowledgedSeconds(AlertKind kind, Instant now);

    /**
     * For how many seconds, now, the oldest emergency waits of which nobody was told: 0 where there is none, and not a
     * number where that cannot be told.
     */
    double oldestUntoldSeconds(Instant now);
}
