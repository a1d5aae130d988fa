package io.dorsal.intake.view;

/** The way of an assessment over the platform. All its revisions take the way of the first, which keeps them in order. */
public enum Lane {
    /** Somebody waits for the decision. */
    INTERACTIVE,
    /** A backlog, which no interactive assessment ever waits behind. */
    BULK
}
