package io.dorsal.notification.alert;

import java.util.UUID;

/** Identifies an assessment. */
public record AssessmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
