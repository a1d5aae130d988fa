package io.dorsal.intake.fhir.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.fhir.http.FhirFormat;
import io.dorsal.intake.fhir.WorkedCases;
import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.DecisionJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.testsupport.platform.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is submitted by FHIR is what would be submitted by JSON. */
class RoundTripTest {

    @Property(tries = 200)
    void anyAssessmentComesThroughAsItWas(@ForAll("assessments") Assessment assessment, @ForAll FhirFormat format) {
        String body = Submitting.written(Submitting.response(assessment), format);

        assertThat(Submitting.submitted(body, format)).isEqualTo(assessment);
    }

    @Example
    void allWorkedCasesComeThroughAndAreDecidedTheSame() {
        TriageEngine engine = new TriageEngine(Rulesets.active());

        assertThat(WorkedCases.all()).hasSize(50).allSatisfy(assessment -> {
            for (FhirFormat format : FhirFormat.values()) {
                Assessment submitted =
                        Submitting.submitted(Submitting.written(Submitting.response(assessment), format), format);

                assertThat(submitted).isEqualTo(assessment);
                assertThat(DecisionJson.write(engine.decide(submitted, 0)))
                        .isEqualTo(DecisionJson.write(engine.decide(assessment, 0)));
            }
        });
    }

    @Example
    void theExampleSubmitsWhatItsJsonDoes() throws IOException {
        String fhir = Files.readString(Repository.file("docs/examples/cauda-equina.fhir.json"));
        byte[] json = Files.readAllBytes(Repository.file("docs/examples/cauda-equina.json"));

        assertThat(new AssessmentJson(Submitting.VOCABULARY).read(json, Submitting.NOW))
                .isEqualTo(new Reading.Accepted(Submitting.submitted(fhir, FhirFormat.JSON)));
    }

    @Provide
    Arbitrary<Assessment> assessments() {
        return Combinators.combine(references(), times(), answers()).as(Assessment::new);
    }

    /** A blank text is none in FHIR, and not every character can stand in XML. */
    private static Arbitrary<String> references() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äß€\n\t&<>\"'")
                .ofMinLength(1)
                .ofMaxLength(64)
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<@Nullable Instant> times() {
        return Arbitraries.longs()
                .between(0, Submitting.NOW.toEpochMilli())
                .map(Instant::ofEpochMilli)
                .injectNull(0.5);
    }

    private static Arbitrary<Answers> answers() {
        List<Arbitrary<Integer>> raws = Submitting.VOCABULARY.questions().stream()
                .map(question ->
                        question.required() ? raw(question) : raw(question).injectNull(0.5))
                .toList();
        return Combinators.combine(raws).as(RoundTripTest::answers);
    }

    private static Arbitrary<Integer> raw(Question question) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> Arbitraries.of(0, 1);
            case AnswerType.WholeNumber(int min, int max) ->
                Arbitraries.integers().between(min, max);
            case AnswerType.OneOf oneOf ->
                Arbitraries.integers().between(0, oneOf.symbols().size() - 1);
            case AnswerType.SetOf setOf ->
                Arbitraries.of(IntStream.range(0, setOf.subsets().size())
                        .filter(setOf::accepts)
                        .boxed()
                        .toList());
        };
    }

    private static Answers answers(List<Integer> raws) {
        Answers.Builder answers = Answers.builder(Submitting.VOCABULARY);
        Submitting.VOCABULARY.questions().stream()
                .filter(question -> raws.get(question.index()) != null)
                .forEach(question -> answers.setRaw(question, raws.get(question.index())));
        return answers.build();
    }
}
