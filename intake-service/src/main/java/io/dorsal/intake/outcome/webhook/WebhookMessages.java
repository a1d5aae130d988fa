package io.dorsal.intake.outcome.webhook;

import io.dorsal.intake.outcome.ClinicReceivers;
import io.dorsal.intake.outcome.Outcome;
import io.dorsal.intake.outcome.OutcomeMessage;
import io.dorsal.intake.outcome.OutcomeMessages;
import io.dorsal.intake.outcome.Outcomes;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.Origin;
import io.dorsal.rules.decision.Urgency;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Messages as receivers get them. */
final class WebhookMessages implements OutcomeMessages {

    private final ClinicReceivers receivers;
    private final JsonMapper json;

    WebhookMessages(ClinicReceivers receivers, JsonMapper json) {
        this.receivers = receivers;
        this.json = json;
    }

    @Override
    public List<OutcomeMessage> about(Change change) {
        return change.after().origin().map(Origin::clinicId).filter(receivers.clinics()::contains).stream()
                .flatMap(clinic -> Outcomes.news(change).stream().map(outcome -> message(clinic, outcome)))
                .toList();
    }

    private OutcomeMessage message(String clinicId, Outcome outcome) {
        return new OutcomeMessage(
                outcome.id(),
                clinicId,
                priority(outcome.urgency()),
                outcome.occurredAt(),
                json.writeValueAsString(WebhookBody.of(clinicId, outcome)));
    }

    private static int priority(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY -> 0;
            case URGENT -> 1;
            case SOON -> 2;
            case ROUTINE -> 3;
            case SELF_CARE -> 4;
        };
    }
}
