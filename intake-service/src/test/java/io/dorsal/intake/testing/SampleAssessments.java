package io.dorsal.intake.testing;

import java.util.UUID;

/** Assessments as a clinic would write them. */
public final class SampleAssessments {

    private SampleAssessments() {}

    /** A patient reference that nobody else has. */
    public static String anyPatient() {
        return "patient-" + UUID.randomUUID();
    }

    /** A key that nobody else has. */
    public static String anyKey() {
        return "key-" + UUID.randomUUID();
    }

    /** A back pain of some severity. */
    public static String backPain(String patientReference, int severity) {
        return """
                {"patient": {"reference": "%s", "ageYears": 45, "sexAtBirth": "FEMALE"},
                 "pain": {"regions": ["LUMBAR"], "severity": %d, "durationDays": 12, "radiation": []},
                 "neuro": {"bladder": "NORMAL", "saddleNumbness": false}}
                """.formatted(patientReference, severity);
    }

    /** Any back pain of any patient. */
    public static String anyBackPain() {
        return backPain(anyPatient(), 4);
    }
}
