package io.dorsal.intake.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at the clinic made of a decision.
 *
 * @param reason why it was overridden, if that was told
 * @param at when it was accepted or overridden
 */
public record Feedback(
        UUID decisionId, Outcome outcome, @Nullable Reason reason, Instant at) {

    /** Accepted, or not gone by. */
    public enum Outcome {
        ACCEPTED,
        OVERRIDDEN
    }

    /**
     * A coded reason. Free text is not kept: it could name a patient.
     *
     * @param system empty where the code is of none
     */
    public record Reason(String system, String code) {}
}
