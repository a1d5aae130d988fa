package io.dorsal.intake.fhir.http;

import io.dorsal.intake.fhir.ResponseWriter;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.Standing;
import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was submitted, as a questionnaire response: also what came by other ways than FHIR. */
final class StoredResponses {

    private static final String NOBODY = "nobody";

    private final AssessmentJson assessments;
    private final JsonMapper json;

    StoredResponses(AssessmentJson assessments, JsonMapper json) {
        this.assessments = assessments;
        this.json = json;
    }

    /** The newest revision; empty while its answers are not known. */
    Optional<QuestionnaireResponse> of(AssessmentView view) {
        Standing standing = Standing.of(view);
        return standing.submission()
                .map(submitted -> ResponseWriter.write(
                        view.assessmentId(),
                        submitted.body().revision(),
                        submitted.receivedAt(),
                        standing.patientReference().orElse(null),
                        submitted.assessedAt(),
                        answers(submitted)));
    }

    /** Stored answers are those of an assessment but for its reference, which stands elsewhere. */
    private Answers answers(Submitted submitted) {
        ObjectNode assessment = (ObjectNode) json.readTree(submitted.answers());
        assessment.withObjectProperty("patient").put("reference", NOBODY);
        return switch (assessments.read(json.writeValueAsBytes(assessment), Instant.MAX)) {
            case Reading.Accepted(var read) -> read.answers();
            case Reading.Invalid _, Reading.Malformed _ ->
                throw new IllegalStateException(
                        "the stored answers of the assessment " + submitted.assessmentId() + " cannot be read");
        };
    }
}
