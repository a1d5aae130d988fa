package io.dorsal.intake.view.http;

import io.dorsal.intake.feedback.Feedback;
import io.dorsal.intake.feedback.Feedback.Reason;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.Origin;
import io.dorsal.intake.view.Standing;
import io.dorsal.intake.view.http.AssessmentBody.AlertBody;
import io.dorsal.intake.view.http.AssessmentBody.ReferralBody;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows views as bodies. */
final class AssessmentBodies {

    private final JsonMapper json;

    AssessmentBodies(JsonMapper json) {
        this.json = json;
    }

    /** As in a list, where feedback is not shown. */
    AssessmentBody of(AssessmentView view) {
        return of(view, List.of());
    }

    AssessmentBody of(AssessmentView view, List<Feedback> feedback) {
        Standing standing = Standing.of(view);
        String reference = standing.patientReference().orElse(null);
        return new AssessmentBody(
                view.assessmentId(),
                standing.revision(),
                view.origin().map(Origin::clinicId).orElse(""),
                reference,
                standing.status(),
                standing.receivedAt().orElse(null),
                standing.submission()
                        .map(submitted -> asSubmitted(submitted, reference))
                        .orElse(null),
                standing.decision()
                        .map(decided -> withFeedback(decided.document(), feedback))
                        .orElse(null),
                standing.referrals().stream().map(ReferralBody::of).toList(),
                standing.alert().map(AlertBody::of).orElse(null));
    }

    private String withFeedback(String decision, List<Feedback> feedback) {
        if (feedback.isEmpty()) {
            return decision;
        }
        ObjectNode shown = (ObjectNode) json.readTree(decision);
        ArrayNode list = shown.putArray("feedback");
        for (Feedback one : feedback) {
            ObjectNode entry = list.addObject();
            entry.put("outcome", one.outcome().name().toLowerCase(Locale.ROOT));
            Reason reason = one.reason();
            if (reason != null) {
                ObjectNode coding = entry.putObject("reason");
                if (!reason.system().isEmpty()) {
                    coding.put("system", reason.system());
                }
                coding.put("code", reason.code());
            }
            entry.put("outcomeTimestamp", one.at().toString());
        }
        return shown.toString();
    }

    /** The assessment as it was submitted, and as it may be submitted again: reference and time among the answers. */
    private ObjectNode asSubmitted(Submitted submitted, @Nullable String reference) {
        ObjectNode assessment = json.createObjectNode();
        if (reference != null) {
            assessment.putObject("patient").put("reference", reference);
        }
        ObjectNode answers = (ObjectNode) json.readTree(submitted.answers());
        answers.forEachEntry(
                (group, answered) -> assessment.withObjectProperty(group).setAll((ObjectNode) answered));
        if (submitted.assessedAt() != null) {
            assessment.put("assessedAt", submitted.assessedAt().toString());
        }
        return assessment;
    }
}
