package io.dorsal.referral.patients;

import io.dorsal.referral.routing.AssessmentId;

/**
 * Whom an assessment is about.
 *
 * @param revision of the assessment; a newer one may correct the reference
 * @param reference the clinic's own pseudonymous key of the patient
 */
public record PatientReference(AssessmentId assessmentId, int revision, String reference) {

    /** Leaves the reference out: this text may get into a log. */
    @Override
    public String toString() {
        return "PatientReference[%s, revision %d]".formatted(assessmentId, revision);
    }
}
