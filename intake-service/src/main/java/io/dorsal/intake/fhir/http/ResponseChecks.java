package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.FhirModel.Parsed;
import io.dorsal.intake.fhir.Canonical;
import io.dorsal.intake.fhir.ResponseReader;
import io.dorsal.intake.fhir.ResponseReading;
import io.dorsal.intake.submission.IdempotencyKey;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.FieldProblem;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Tells whether a resource is a response that may be submitted: by the same rules as JSON, and all that is wrong at once. */
final class ResponseChecks {

    /** What is submitted. */
    static final String ROOT = "QuestionnaireResponse";

    /** Where the key of idempotency stands. */
    static final String IDENTIFIER = ROOT + ".identifier";

    /** How far a clinic's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final Vocabulary vocabulary;
    private final AssessmentJson json;
    private final Clock clock;

    ResponseChecks(Vocabulary vocabulary, AssessmentJson json, Clock clock) {
        this.vocabulary = vocabulary;
        this.json = json;
        this.clock = clock;
    }

    /** What came of checking. */
    sealed interface Checked {

        /** It may be submitted. */
        record Valid(SubmittedResponse submitted) implements Checked {}

        /** It may not; there is at least one issue. */
        record Invalid(List<Issue> issues) implements Checked {}
    }

    Checked check(Parsed.Read<? extends Resource> read) {
        if (!(read.resource() instanceof QuestionnaireResponse response)) {
            return new Checked.Invalid(
                    List.of(Issue.structure("The resource must be a QuestionnaireResponse.", "Resource")));
        }
        List<Issue> issues = new ArrayList<>();
        checkHead(response, issues);
        Optional<IdempotencyKey> key = key(response, issues);
        ResponseReading reading = ResponseReader.read(response, vocabulary);
        issues.addAll(reading.issues());
        Assessment assessment = assessment(reading, issues);
        if (issues.isEmpty() && read.badValues() > 0) {
            issues.add(Issue.value("Some element has a value that its type does not allow.", ROOT));
        }
        return issues.isEmpty() && key.isPresent() && assessment != null
                ? new Checked.Valid(new SubmittedResponse(key.get(), assessment))
                : new Checked.Invalid(issues);
    }

    private static void checkHead(QuestionnaireResponse response, List<Issue> issues) {
        if (!Canonical.VERSIONED_QUESTIONNAIRE.equals(response.getQuestionnaire())) {
            issues.add(Issue.value(
                    "questionnaire must be " + Canonical.VERSIONED_QUESTIONNAIRE + ".", ROOT + ".questionnaire"));
        }
        QuestionnaireResponseStatus status = response.getStatus();
        if (status != QuestionnaireResponseStatus.COMPLETED && status != QuestionnaireResponseStatus.AMENDED) {
            issues.add(Issue.value("status must be completed or amended.", ROOT + ".status"));
        }
        if (response.hasModifierExtension()) {
            issues.add(new Issue("extension", "There is a modifierExtension, which is not understood.", ROOT));
        }
        if (response.hasImplicitRules()) {
            issues.add(new Issue("not-supported", "implicitRules are not understood.", ROOT + ".implicitRules"));
        }
    }

    private static Optional<IdempotencyKey> key(QuestionnaireResponse response, List<Issue> issues) {
        if (!response.hasIdentifier()) {
            return Optional.of(IdempotencyKey.make());
        }
        Optional<IdempotencyKey> key =
                Optional.ofNullable(response.getIdentifier().getValue()).flatMap(IdempotencyKey::of);
        if (key.isEmpty()) {
            issues.add(Issue.value("identifier.value " + IdempotencyKey.RULE + ".", IDENTIFIER));
        }
        return key;
    }

    private @Nullable Assessment assessment(ResponseReading reading, List<Issue> issues) {
        return switch (json.read(
                GivenJson.write(reading.given()), clock.instant().plus(SKEW))) {
            case Reading.Malformed(String message) -> throw new IllegalStateException(message);
            case Reading.Invalid(var problems) -> {
                problems.stream()
                        .filter(problem -> !(isUnanswered(problem, reading) && isTold(problem, reading)))
                        .forEach(problem -> issues.add(issue(problem, reading)));
                yield null;
            }
            case Reading.Accepted(var assessment) -> assessment;
        };
    }

    private static boolean isUnanswered(FieldProblem problem, ResponseReading reading) {
        return !reading.given().containsKey(problem.path());
    }

    /** An answer that cannot be read is not missing. */
    private static boolean isTold(FieldProblem problem, ResponseReading reading) {
        String expression = reading.expression(problem.path());
        return reading.found(problem.path())
                && reading.issues().stream()
                        .anyMatch(issue -> String.valueOf(issue.expression()).startsWith(expression));
    }

    private static Issue issue(FieldProblem problem, ResponseReading reading) {
        String text = problem.path() + " " + problem.message() + ".";
        String expression = reading.expression(problem.path());
        return isUnanswered(problem, reading) ? Issue.required(text, expression) : Issue.value(text, expression);
    }
}
