package io.dorsal.referral.worklist.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dorsal.referral.routing.ReferralState;
import io.dorsal.referral.worklist.ReferralFile;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One referral, with all that a specialist has to know.
 *
 * @param patientReference absent where it is not known yet, or erased
 * @param clinicPhone absent where the clinic is not configured
 * @param findings of the decision that the referral follows
 * @param availableActions what the caller may do with it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralBody(
        @JsonUnwrapped WorklistBody line,
        int episode,
        int revision,
        boolean primary,
        @Nullable String patientReference,
        @Nullable String clinicPhone,
        List<FindingBody> findings,
        List<StepBody> history,
        List<String> availableActions) {

    static ReferralBody of(ReferralFile file, @Nullable String clinicPhone, List<FindingBody> findings) {
        return new ReferralBody(
                WorklistBody.of(file.line()),
                file.episode(),
                file.revision(),
                file.primary(),
                file.patientReference(),
                clinicPhone,
                findings,
                file.history().stream().map(StepBody::of).toList(),
                List.of());
    }

    /**
     * A rule that fired, as the decision explains it.
     *
     * @param workUp absent where the rule asks for none
     * @param evaluationFailed present where evaluating the rule failed, which counts as fired
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingBody(
            String rule,
            String title,
            Urgency urgency,
            List<BecauseBody> because,
            List<String> queues,
            @Nullable String workUp,
            List<String> sources,
            @Nullable Boolean evaluationFailed) {}

    /**
     * An answer that made a rule fire.
     *
     * @param value null where it counts that the question was not answered
     */
    record BecauseBody(String path, @Nullable JsonNode value) {}

    /**
     * A step of the history.
     *
     * @param from absent for the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepBody(
            long version,
            int revision,
            Instant at,
            String actor,
            @Nullable String from,
            String to,
            Urgency urgency,
            String reason) {

        static StepBody of(ReferralFile.Step step) {
            return new StepBody(
                    step.version(),
                    step.revision(),
                    step.at(),
                    step.actor(),
                    step.before().map(ReferralState::code).orElse(null),
                    step.to().code(),
                    step.urgency(),
                    step.reason());
        }
    }
}
