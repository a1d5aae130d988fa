package io.dorsal.notification.alert;

import java.util.Locale;

/** What a person can do with an alert. */
public enum AlertAction {
    /** Take it: the chain rests. */
    ACKNOWLEDGE,
    /** Say that the patient has been reached. */
    PATIENT_CONTACTED,
    /** Say that the patient was tried and not reached; the limit goes on. */
    UNREACHABLE,
    /** Pass it to another person, who is told; the limit goes on. */
    REASSIGN,
    /** End it, with an outcome. */
    CLOSE;

    /** The last part of its address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
