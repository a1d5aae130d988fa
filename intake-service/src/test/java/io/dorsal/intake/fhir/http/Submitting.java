package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.FhirFormat;
import io.dorsal.fhir.http.FhirModel;
import io.dorsal.fhir.http.FhirModel.Parsed;
import io.dorsal.fhir.http.StrictJsonBody;
import io.dorsal.fhir.http.StrictXmlBody;
import io.dorsal.intake.fhir.ResponseWriter;
import io.dorsal.intake.fhir.http.ResponseChecks.Checked;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.testsupport.time.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** A clinic's system and intake without HTTP between them. */
final class Submitting {

    static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");
    static final Vocabulary VOCABULARY = Rulesets.active().vocabulary();

    private static final FhirModel MODEL = new FhirModel();
    private static final ResponseChecks CHECKS =
            new ResponseChecks(VOCABULARY, new AssessmentJson(VOCABULARY), new SettableClock(NOW));

    private Submitting() {}

    /** A response that submits this. */
    static QuestionnaireResponse response(Assessment assessment) {
        return ResponseWriter.write(
                new UUID(1, 1), 1, NOW, assessment.patientReference(), assessment.assessedAt(), assessment.answers());
    }

    /** A response as it is sent. */
    static String written(QuestionnaireResponse response, FhirFormat format) {
        return MODEL.write(response, format).orElseThrow();
    }

    /** What intake makes of a body. */
    static Checked checked(String body, FhirFormat format) {
        List<Issue> issues = switch (format) {
            case JSON -> StrictJsonBody.issues(body);
            case XML -> StrictXmlBody.issues(body);
        };
        if (!issues.isEmpty()) {
            return new Checked.Invalid(issues);
        }
        return switch (MODEL.parse(body, format)) {
            case Parsed.Read<?> read -> CHECKS.check(read);
            case Parsed.Unreadable() -> new Checked.Invalid(List.of(Issue.structure("unreadable", "")));
        };
    }

    /** The assessment that a body submits. */
    static Assessment submitted(String body, FhirFormat format) {
        return ((Checked.Valid) checked(body, format)).submitted().assessment();
    }

    /** What is wrong with a body. */
    static List<Issue> issues(String body, FhirFormat format) {
        return ((Checked.Invalid) checked(body, format)).issues();
    }
}
