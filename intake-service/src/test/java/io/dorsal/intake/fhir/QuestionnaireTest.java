package io.dorsal.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.testsupport.platform.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {

    private static final Ruleset RULESET = Rulesets.active();
    private static final Questionnaire QUESTIONNAIRE = IntakeQuestionnaire.of(RULESET.vocabulary());
    private static final Map<String, QuestionnaireItemComponent> ITEMS = QUESTIONNAIRE.getItem().stream()
            .flatMap(item -> Stream.concat(Stream.of(item), item.getItem().stream()))
            .collect(Collectors.toMap(QuestionnaireItemComponent::getLinkId, Function.identity()));

    @Test
    void everyQuestionIsAskedUnderItsPath() {
        assertThat(RULESET.vocabulary().questions())
                .allSatisfy(
                        question -> assertThat(item(question.path()).getText()).isEqualTo(question.asks()));
    }

    @Test
    void noQuestionOfTheEmergencyScreenIsHiddenButTheCourseOfADeficitThatIsNotThere() {
        List<String> hidden = RULESET.screen().stream()
                .map(ScreenQuestion::question)
                .map(question -> question.path())
                .filter(path -> item(path).hasEnableWhen())
                .toList();

        assertThat(hidden).containsExactly("neuro.deficitCourse");
        assertThat(item("neuro.deficitCourse").getEnableWhen())
                .extracting(
                        when -> when.getQuestion() + " " + when.getOperator().toCode() + " "
                                + when.getAnswerCoding().getCode())
                .containsExactlyInAnyOrder(
                        "neuro.weakness = MILD",
                        "neuro.weakness = SEVERE",
                        "neuro.sensoryChange = MILD",
                        "neuro.sensoryChange = SEVERE");
    }

    @Test
    void aQuestionThatDependsOnSexIsAskedWhileSexIsNotKnown() {
        assertThat(item("neuro.erectileDysfunction").getEnableWhen())
                .extracting(when -> when.getOperator().toCode() + " "
                        + (when.hasAnswerCoding() ? when.getAnswerCoding().getCode() : "false"))
                .containsExactly("exists false", "= MALE", "= INTERSEX", "= UNKNOWN");
    }

    /** Whoever has the questionnaire of a version has this one. What it asks changes by a new version only. */
    @Test
    void thePublishedVersionIsAsItWas() throws IOException {
        Path published = Repository.file(
                "intake-service/src/test/resources/fhir/questionnaire-" + Canonical.QUESTIONNAIRE_VERSION + ".json");
        String now =
                FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(QUESTIONNAIRE)
                        + "\n";
        if (Boolean.getBoolean("dorsal.questionnaire.publish")) {
            Files.writeString(published, now);
        }

        assertThat(Files.readString(published, StandardCharsets.UTF_8))
                .as(
                        "a questionnaire that is asked otherwise takes a new Canonical.QUESTIONNAIRE_VERSION, and is published"
                                + " by -Ddorsal.questionnaire.publish=true")
                .isEqualTo(now);
    }

    private static QuestionnaireItemComponent item(String linkId) {
        return Objects.requireNonNull(ITEMS.get(linkId), linkId);
    }
}
