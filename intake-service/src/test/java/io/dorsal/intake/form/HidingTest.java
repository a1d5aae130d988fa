package io.dorsal.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.form.Asking.Needless;
import io.dorsal.intake.form.Asking.Where;
import io.dorsal.intake.form.config.QuestionnaireYaml;
import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.OpenQuestion;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.rules.yaml.VocabularyYaml;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the form hides: asked of the engine itself, over assessments at random. */
class HidingTest {

    private static final int ASSESSMENTS = 8_000;

    private final TriageEngine engine = new TriageEngine(Rulesets.active());
    private final Questionnaire questionnaire = QuestionnaireYaml.read(VocabularyYaml.vocabulary());
    private final long seed = new Random().nextLong();

    /** The promise of the form: whoever is asked fewer questions is not found less urgent. */
    @Test
    void noAnswerToAHiddenQuestionCouldRaiseTheUrgencyUnlessItContradictsTheOthers() {
        assertThat(raising(hidden(Needless.IDLE))).as("seed %d", seed).isEmpty();
    }

    @Test
    void theEngineNamesNoHiddenQuestionAsOneThatCouldRaiseTheUrgency() {
        List<Item> idle = hidden(Needless.IDLE);
        SomeAnswers some = new SomeAnswers(engine, new Random(seed));
        Set<String> named = new TreeSet<>();
        for (int count = 0; count < ASSESSMENTS; count++) {
            Answers answers = withoutHidden(some.next());
            engine.decide(answers, null).openQuestions().stream()
                    .map(OpenQuestion::path)
                    .filter(path -> idle.stream()
                            .anyMatch(item -> item.question().path().equals(path)
                                    && !item.asking().applies(answers)))
                    .forEach(named::add);
        }

        assertThat(named).as("seed %d", seed).isEmpty();
    }

    /** Even an answer that cannot be true would not make anybody urgent. */
    @Test
    void anAnswerThatContradictsTheOthersIsNeverUrgent() {
        SomeAnswers some = new SomeAnswers(engine, new Random(seed));
        Set<Urgency> raisedTo = EnumSet.noneOf(Urgency.class);
        for (int count = 0; count < ASSESSMENTS; count++) {
            Answers answers = withoutHidden(some.next());
            Urgency urgency = urgencyOf(answers);
            for (Item item : hidden(Needless.SENSELESS)) {
                if (!item.asking().applies(answers)) {
                    answersTo(item.question(), answers)
                            .map(answered -> urgencyOf(answered))
                            .filter(now -> now.isMoreUrgentThan(urgency))
                            .forEach(raisedTo::add);
                }
            }
        }

        assertThat(raisedTo).as("seed %d", seed).isSubsetOf(Urgency.SOON, Urgency.ROUTINE);
    }

    @Test
    void onlyWhatCannotBeTrueIsHiddenForThat() {
        assertThat(hidden(Needless.SENSELESS))
                .extracting(item -> item.question().path())
                .containsExactlyInAnyOrder(
                        "neuro.deficitCourse",
                        "neuro.sphincterLongStanding",
                        "neuro.erectileDysfunction",
                        "history.postmenopausal");
    }

    /** Pain of the lower back with a cold hand is an emergency as well. */
    @Test
    void theCheckNoticesAQuestionThatMustNotBeHidden() {
        Question regions = VocabularyYaml.vocabulary().question("pain.regions");
        Item coldHand = questionnaire.items().stream()
                .filter(item -> item.question().path().equals("thoracicOutlet.paleOrColdHand"))
                .findFirst()
                .orElseThrow();
        Asking whereTheNeckHurts =
                new Where(List.of(new Requirement.Among(regions, Set.of("CERVICAL"))), Needless.IDLE);

        assertThat(raising(List.of(coldHand.asked(whereTheNeckHurts))))
                .containsExactly("thoracicOutlet.paleOrColdHand");
    }

    /** Where other rules decide, nothing is hidden but what cannot be true. */
    @Test
    void otherRulesAreAskedAllThatMakesSense() {
        assertThat(questionnaire.forOtherRules().items())
                .filteredOn(item -> item.asking() instanceof Where(var _, var otherwise) && otherwise == Needless.IDLE)
                .isEmpty();
    }

    private Set<String> raising(List<Item> hidden) {
        SomeAnswers some = new SomeAnswers(engine, new Random(seed));
        Set<String> raising = new TreeSet<>();
        for (int count = 0; count < ASSESSMENTS; count++) {
            Answers answers = withoutHidden(some.next());
            Urgency urgency = urgencyOf(answers);
            for (Item item : hidden) {
                Answers open = answers.toBuilder().clear(item.question()).build();
                Urgency without = answers.equals(open) ? urgency : urgencyOf(open);
                if (!item.asking().applies(answers)
                        && answersTo(item.question(), open)
                                .anyMatch(answered -> urgencyOf(answered).isMoreUrgentThan(without))) {
                    raising.add(item.question().path());
                }
            }
        }
        return raising;
    }

    /** Without the rest of a decision, which takes most of its time. */
    private Urgency urgencyOf(Answers answers) {
        return engine.findings(answers, null).getFirst().urgency();
    }

    private Stream<Answers> answersTo(Question question, Answers answers) {
        return Arrays.stream(engine.distinctAnswers().of(question, answers))
                .mapToObj(raw -> answers.toBuilder().setRaw(question, raw).build());
    }

    /** As the form submits it. */
    private Answers withoutHidden(Answers answers) {
        Answers.Builder shown = answers.toBuilder();
        questionnaire.items().stream()
                .filter(item -> !item.asking().applies(answers))
                .forEach(item -> shown.clear(item.question()));
        return shown.build();
    }

    private List<Item> hidden(Needless why) {
        return questionnaire.items().stream()
                .filter(item -> item.asking() instanceof Where(var _, var otherwise) && otherwise == why)
                .toList();
    }
}
