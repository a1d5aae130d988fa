package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.kit.clinics.Clinic;
import java.time.Instant;
import java.util.UUID;

/**
 * A patient comes to a clinic.
 *
 * @param receivedAt when the first revision of the assessment was received
 */
record Presentation(Clinic clinic, String patientReference, UUID assessmentId, Instant receivedAt) {

    static Presentation of(AcceptedAssessment assessment, Instant receivedAt) {
        return new Presentation(
                assessment.clinic(), assessment.assessment().patientReference(), assessment.assessmentId(), receivedAt);
    }

    @Override
    public String toString() {
        return "Presentation[" + assessmentId + "]";
    }
}
