package io.dorsal.notification.patient;

import io.dorsal.notification.alert.AssessmentId;
import java.util.List;

/** The patient references that on-call staff need. */
public interface PatientReferences {

    /** Keeps references; one that is known is not kept twice. */
    void keep(List<PatientReference> references);

    /** Erases the references of an assessment, if there are any. */
    void erase(AssessmentId assessment);
}
