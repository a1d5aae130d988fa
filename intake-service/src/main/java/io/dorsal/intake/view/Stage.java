package io.dorsal.intake.view;

/** What an assessment can wait for; it may wait for several at once. */
public enum Stage {
    /** The newest revision has no decision, and is not parked. Since its acceptance. */
    DECISION,
    /** A revision is an emergency, or could not be processed, and no alert is known. Since its acceptance, or its parking. */
    ALERT,
    /** Its alert is with nobody yet, or no longer. Since it was raised. */
    ACKNOWLEDGEMENT
}
