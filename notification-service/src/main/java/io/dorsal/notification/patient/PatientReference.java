package io.dorsal.notification.patient;

import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Origin;
import java.time.Instant;

/**
 * Whom a revision of an assessment is about, by the clinic's own pseudonymous key.
 *
 * @param receivedAt when intake accepted the revision: of two bodies under one revision, the decision about each has the
 *     time of its own
 */
public record PatientReference(
        AssessmentId assessment, int revision, Instant receivedAt, Origin origin, String reference) {

    @Override
    public String toString() {
        return "PatientReference[" + assessment + "]";
    }
}
