package io.dorsal.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.form.Asking.Where;
import io.dorsal.intake.form.config.QuestionnaireYaml;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.rules.yaml.VocabularyYaml;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {

    private final Ruleset ruleset = Rulesets.active();
    private final Questionnaire questionnaire = QuestionnaireYaml.read(VocabularyYaml.vocabulary());

    @Test
    void theEmergencyScreenComesFirst() {
        Section first = questionnaire.sections().getFirst();

        assertThat(first.items())
                .filteredOn(Item::screened)
                .extracting(Item::question)
                .containsExactlyInAnyOrderElementsOf(
                        ruleset.screen().stream().map(ScreenQuestion::question).toList());
        assertThat(first.folded()).isEmpty();
    }

    @Test
    void sectionsAreInTheOrderOfTheMostUrgentThingThatTheyFind() {
        assertThat(questionnaire.sections().stream()
                        .map(this::mostUrgentFindingOf)
                        .toList())
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void whatIsRequiredIsAskedOfEverybody() {
        assertThat(questionnaire.items())
                .filteredOn(item -> item.question().required())
                .allMatch(item -> item.asking() instanceof Asking.Always);
    }

    /** Else hiding one question would depend on whether another is hidden. */
    @Test
    void whatDecidesOnAskingIsItselfAskedOfEverybody() {
        Set<Question> sometimes = questionnaire.items().stream()
                .filter(item -> item.asking() instanceof Where)
                .map(Item::question)
                .collect(Collectors.toSet());

        assertThat(questionnaire.items().stream()
                        .flatMap(item ->
                                item.asking() instanceof Where(var oneOf, var _) ? oneOf.stream() : Stream.empty())
                        .map(Requirement::question))
                .doesNotContainAnyElementsOf(sometimes);
    }

    @Test
    void everythingThatCanBeChosenHasAWordOfItsOwn() {
        assertThat(questionnaire.items()).allSatisfy(item -> {
            assertThat(item.name()).isNotBlank();
            assertThat(item.choices()).extracting(Item.Choice::word).doesNotHaveDuplicates();
            assertThat(item.choices()).hasSize(symbolsOf(item.question()).size());
        });
        assertThat(questionnaire.items()).extracting(Item::name).doesNotHaveDuplicates();
    }

    private static List<String> symbolsOf(Question question) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> List.of("true", "false");
            case AnswerType.WholeNumber _ -> List.of();
            case AnswerType.OneOf oneOf -> oneOf.symbols();
            case AnswerType.SetOf setOf -> setOf.symbols();
        };
    }

    private Urgency mostUrgentFindingOf(Section section) {
        Set<Question> questions = section.items().stream().map(Item::question).collect(Collectors.toSet());
        return ruleset.rules().stream()
                .filter(rule -> Conditions.questions(rule.when()).anyMatch(questions::contains))
                .map(Rule::urgency)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
