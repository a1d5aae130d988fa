package io.dorsal.referral.patients;

import io.dorsal.referral.lifecycle.AssessmentId;
import java.time.Instant;
import java.util.List;

/** Keeps the patient references until they are erased. */
public interface PatientReferences {

    /** Remembers references: each once, and none of an assessment whose patient was erased. */
    void remember(List<PatientReference> references);

    /** Erases for good. */
    void erase(AssessmentId id, Instant at);
}
