package io.dorsal.notification.reading;

import io.dorsal.notification.alert.AlertKind;

/** Counts the alerts that nobody has closed. */
@FunctionalInterface
public interface OpenAlerts {

    /** How many of this kind; not a number where that cannot be told now. */
    double count(AlertKind kind);
}
