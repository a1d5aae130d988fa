package io.dorsal.intake.view;

import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which assessments are asked for. What is null does not matter.
 *
 * @param after where the page before ended
 */
public record Selection(
        @Nullable Status status,
        @Nullable Urgency urgency,
        @Nullable String patientReference,
        @Nullable Position after,
        int limit) {

    /** The same with room for one more, which tells whether another page follows. */
    public Selection withOneMore() {
        return new Selection(status, urgency, patientReference, after, limit + 1);
    }

    /** A place in the list: newest first, and among those received at the same time by id. */
    public record Position(Instant receivedAt, UUID assessmentId) {

        /** The place of a view that is listed. */
        public static Position of(AssessmentView view) {
            return new Position(Standing.of(view).firstReceivedAt().orElse(Instant.EPOCH), view.assessmentId());
        }
    }
}
