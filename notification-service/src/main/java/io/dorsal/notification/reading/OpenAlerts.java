package io.dorsal.notification.reading;

import io.dorsal.notification.alert.AlertKind;
import java.time.Instant;
import java.util.Optional;

/** Counts the alerts that nobody has closed. */
public interface OpenAlerts {

    /** How many of this kind; not a number where that cannot be told now. */
    double count(AlertKind kind);

    /** When the oldest emergency was raised of which nobody was told; empty where there is none, or that cannot be told. */
    Optional<Instant> oldestUntold();
}
