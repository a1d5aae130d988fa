package io.dorsal.intake.submission;

/** How a submission came in. */
public enum Channel {
    REST
}
