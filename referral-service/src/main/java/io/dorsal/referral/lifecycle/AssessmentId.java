package io.dorsal.referral.lifecycle;

import java.util.UUID;

/** Identifies an assessment, over all its revisions. */
public record AssessmentId(UUID value) implements Comparable<AssessmentId> {

    @Override
    public int compareTo(AssessmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
