package io.dorsal.rules.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One intake: the answers of one patient.
 *
 * @param patientReference the clinic's own pseudonymous key, 1 to 64 characters
 * @param assessedAt when the patient was assessed; null: when it was received
 */
public record Assessment(String patientReference, @Nullable Instant assessedAt, Answers answers) {
    /** How long a patient reference may be, in code points. */
    public static final int LONGEST_REFERENCE = 64;

    public Assessment {
        int length = patientReference.codePointCount(0, patientReference.length());
        if (length < 1 || length > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("a patient reference has 1 to 64 characters");
        }
    }

    /** Neither reference nor answers: they don't belong into logs. */
    @Override
    public String toString() {
        return "Assessment[" + answers + "]";
    }
}
