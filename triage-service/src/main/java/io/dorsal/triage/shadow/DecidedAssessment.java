package io.dorsal.triage.shadow;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Decision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision of an assessment that was decided.
 *
 * @param earlierAssessments how many assessments of the patient came before; null: not known
 * @param decision by the active ruleset
 */
public record DecidedAssessment(
        UUID assessmentId,
        int revision,
        String clinicId,
        String networkId,
        boolean synthetic,
        Instant receivedAt,
        Answers answers,
        @Nullable Integer earlierAssessments,
        Decision decision) {}
