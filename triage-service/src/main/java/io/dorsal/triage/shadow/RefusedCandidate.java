package io.dorsal.triage.shadow;

/** The candidate that was configured cannot be one; the message names the setting, and every defect. */
public final class RefusedCandidate extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedCandidate(String message) {
        super(message);
    }
}
