package io.dorsal.referral.worklist.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dorsal.referral.worklist.WorklistItem;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a worklist. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorklistBody(
        UUID referralId,
        UUID assessmentId,
        String clinicId,
        Queue queue,
        Urgency urgency,
        String state,
        Instant routedAt,
        @Nullable Instant dueAt,
        List<String> rules) {

    static WorklistBody of(WorklistItem line) {
        return new WorklistBody(
                line.referralId().value(),
                line.assessmentId().value(),
                line.clinicId(),
                line.queue(),
                line.urgency(),
                line.state().code(),
                line.routedAt(),
                line.dueAt(),
                line.rules());
    }
}
