package io.dorsal.notification.alert;

/** The names of the states, as events and people know them. */
public enum StateName {
    NOTIFYING,
    ACKNOWLEDGED,
    PATIENT_CONTACTED,
    CLOSED
}
