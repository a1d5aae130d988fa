package io.dorsal.notification.patient;

import io.dorsal.notification.alert.AssessmentId;
import java.util.List;

/** The patient references that on-call staff need. */
public interface PatientReferences {

    /** Keeps references; one of an older revision than that which is kept changes nothing. */
    void keep(List<PatientReference> references);

    /** Erases the reference of an assessment, if there is one. */
    void erase(AssessmentId assessment);
}
