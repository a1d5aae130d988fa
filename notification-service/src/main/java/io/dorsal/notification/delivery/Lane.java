package io.dorsal.notification.delivery;

import io.dorsal.notification.alert.AlertKind;

/** Deliveries about patients never queue behind those about the platform: each lane has workers of its own. */
public enum Lane {
    PATIENTS,
    PLATFORM;

    /** The lane of an alert's deliveries. */
    public static Lane of(AlertKind kind) {
        return switch (kind) {
            case EMERGENCY, POSSIBLE_EMERGENCY -> PATIENTS;
            case OPERATIONS -> PLATFORM;
        };
    }
}
