package io.dorsal.rules.json;

import io.dorsal.rules.assessment.Assessment;

/** What a patient reference may be: databases refuse NUL, and encoders lone surrogates. */
final class PatientReferences {
    private PatientReferences() {}

    static boolean accepts(String reference) {
        int length = reference.codePointCount(0, reference.length());
        return length >= 1
                && length <= Assessment.LONGEST_REFERENCE
                && reference.codePoints().noneMatch(PatientReferences::isForbidden);
    }

    private static boolean isForbidden(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
