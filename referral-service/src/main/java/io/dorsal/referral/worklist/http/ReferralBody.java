package io.dorsal.referral.worklist.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dorsal.referral.lifecycle.ActionName;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.worklist.ReferralFile;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One referral, with all that a specialist has to know.
 *
 * @param path the queues from which it was redirected
 * @param breachedAt when it was told to be past due; absent where it was not
 * @param siteChoice absent where its queue had no sites
 * @param patientReference absent where it is not known yet, or erased
 * @param clinicPhone absent where the clinic is not configured
 * @param findings of the decision that the referral follows
 * @param availableActions what the caller may do with it now, as named in the paths
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralBody(
        @JsonUnwrapped WorklistBody line,
        int episode,
        int revision,
        boolean primary,
        List<Queue> path,
        @Nullable Instant breachedAt,
        @Nullable SiteChoiceBody siteChoice,
        @Nullable String patientReference,
        @Nullable String clinicPhone,
        List<FindingBody> findings,
        List<StepBody> history,
        List<String> availableActions) {

    static ReferralBody of(
            ReferralFile file,
            @Nullable String clinicPhone,
            List<FindingBody> findings,
            List<ActionName> available,
            Instant now) {
        Referral referral = file.referral();
        return new ReferralBody(
                WorklistBody.of(file.line(), now),
                referral.episode(),
                referral.revision(),
                referral.request().primary(),
                referral.path(),
                referral.clock().breachedAt(),
                SiteChoiceBody.of(referral.placement()),
                file.patientReference(),
                clinicPhone,
                findings,
                file.history().stream().map(StepBody::of).toList(),
                available.stream().map(ActionName::path).toList());
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
}
