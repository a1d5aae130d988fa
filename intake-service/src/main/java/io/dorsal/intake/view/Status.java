package io.dorsal.intake.view;

/** How far an assessment has come. */
public enum Status {
    /** The newest revision is not decided yet. */
    SUBMITTED,
    /** The newest revision is decided. */
    TRIAGED,
    /** The newest revision could not be processed; a human has been told. */
    PARKED
}
