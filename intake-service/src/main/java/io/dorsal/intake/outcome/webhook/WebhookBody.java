package io.dorsal.intake.outcome.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.dorsal.intake.outcome.Outcome;
import io.dorsal.intake.view.Fact;
import io.dorsal.rules.decision.Urgency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a webhook: ids, urgency and state. All else is read with them, by who may. */
@JsonPropertyOrder({"type", "timestamp", "data"})
record WebhookBody(String type, String timestamp, Data data) {

    static WebhookBody of(String clinicId, Outcome outcome) {
        return new WebhookBody(outcome.type(), outcome.occurredAt().toString(), data(clinicId, outcome));
    }

    private static Data data(String clinicId, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided ->
                new Data(
                        clinicId,
                        decided.assessmentId(),
                        decided.revision(),
                        decided.decisionId(),
                        null,
                        decided.urgency(),
                        "TRIAGED");
            case Outcome.Parked parked ->
                new Data(
                        clinicId,
                        parked.assessmentId(),
                        parked.revision() == Fact.Parked.UNREADABLE ? null : parked.revision(),
                        null,
                        null,
                        null,
                        "PARKED");
            case Outcome.Referred referred ->
                new Data(
                        clinicId,
                        referred.assessmentId(),
                        null,
                        null,
                        referred.referralId(),
                        referred.urgency(),
                        referred.end().name());
        };
    }

    /**
     * @param revision absent where it does not matter or could not be read
     * @param urgency absent while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"clinicId", "assessmentId", "revision", "decisionId", "referralId", "urgency", "state"})
    record Data(
            String clinicId,
            UUID assessmentId,
            @Nullable Integer revision,
            @Nullable UUID decisionId,
            @Nullable UUID referralId,
            @Nullable Urgency urgency,
            String state) {}
}
