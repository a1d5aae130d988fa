package io.dorsal.notification.alert;

/** What happened to an alert. */
public enum What {
    /** It was raised. */
    RAISED,
    /** A newer revision, or a further decision about a known one, changed what is known. */
    ANNOTATED,
    /** As {@link #ANNOTATED}, and there is a reason for alarm that nobody has been told of. */
    NEW_EMERGENCY,
    /** A further record about its assessment could not be processed: what it says may be worse. */
    SUSPECTED,
    /** The chain went on to its next step. */
    NEXT_STEP,
    /** A channel has accepted its first delivery. */
    DELIVERED,
    /** Somebody has taken it. */
    ACKNOWLEDGED,
    /** The patient was tried, and not reached. */
    PATIENT_UNREACHABLE,
    /** The patient was reached. */
    PATIENT_CONTACTED,
    /** Another person holds it. */
    REASSIGNED,
    /** Who held it has not reached the patient in time: people are told again. */
    NOT_CONTACTED_IN_TIME,
    /** Who held it has not closed it in time: people are told again. */
    NOT_CLOSED_IN_TIME,
    /** It is over. */
    CLOSED
}
