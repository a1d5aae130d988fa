package io.dorsal.notification.patient;

import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Origin;

/** Whom an assessment is about, by the clinic's own pseudonymous key. */
public record PatientReference(AssessmentId assessment, int revision, Origin origin, String reference) {

    @Override
    public String toString() {
        return "PatientReference[" + assessment + "]";
    }
}
