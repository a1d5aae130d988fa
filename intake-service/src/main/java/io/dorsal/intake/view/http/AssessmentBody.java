package io.dorsal.intake.view.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Status;
import io.dorsal.rules.decision.Urgency;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An assessment as its clinic reads it. What is not known is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AssessmentBody(
        UUID assessmentId,
        int revision,
        String clinicId,
        @Nullable String patientReference,
        Status status,
        @Nullable Instant receivedAt,

        @Schema(ref = "#/components/schemas/Assessment") @Nullable
        JsonNode assessment,

        @Schema(
                type = "object",
                description =
                        "as triage explains it, with decisionId, revision and decidedAt; an older revision's stands"
                                + " until the newest is decided")
        @JsonRawValue
        @Nullable
        String decision,

        List<ReferralBody> referrals,
        @Nullable AlertBody alert) {

    /** A referral of the assessment. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReferralBody(
            UUID referralId,
            String queue,
            Urgency urgency,
            boolean primary,
            String state,
            @Nullable Instant dueAt,
            @Nullable String reason,
            @Nullable String advice,
            @Nullable String site,
            @Nullable Instant appointmentAt) {

        static ReferralBody of(Fact.ReferralChanged referral) {
            return new ReferralBody(
                    referral.referralId(),
                    referral.queue(),
                    referral.urgency(),
                    referral.primary(),
                    referral.state(),
                    referral.dueAt(),
                    referral.reason(),
                    referral.advice(),
                    referral.site(),
                    referral.appointmentAt());
        }
    }

    /**
     * The alert of the assessment.
     *
     * @param deliveredAt when a message first reached a channel; absent before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AlertBody(
            UUID alertId,
            String state,
            Instant raisedAt,
            @Nullable Instant deliveredAt) {

        static AlertBody of(Fact.AlertChanged alert) {
            return new AlertBody(alert.alertId(), alert.state(), alert.raisedAt(), alert.deliveredAt());
        }
    }
}
