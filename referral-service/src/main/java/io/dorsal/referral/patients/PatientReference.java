package io.dorsal.referral.patients;

import io.dorsal.referral.lifecycle.AssessmentId;
import java.time.Instant;

/**
 * Whom an assessment is about.
 *
 * @param revision of the assessment; a newer one may correct the reference
 * @param receivedAt when the body was received that the reference came with; with the revision it tells which of two
 *     bodies that is
 * @param reference the clinic's own pseudonymous key of the patient
 */
public record PatientReference(AssessmentId assessmentId, int revision, Instant receivedAt, String reference) {

    /** Leaves the reference out: this text may get into a log. */
    @Override
    public String toString() {
        return "PatientReference[%s, revision %d]".formatted(assessmentId, revision);
    }
}
