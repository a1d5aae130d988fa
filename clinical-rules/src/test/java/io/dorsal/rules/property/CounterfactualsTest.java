package io.dorsal.rules.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Counterfactual;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.explanation.Explaining;
import io.dorsal.rules.vocabulary.AnswerValue;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Counterfactuals, applied; and compared with trying every change. */
class CounterfactualsTest {
    private final TriageEngine engine = new TriageEngine(Rulesets.active());
    private final Explaining explaining = new Explaining(engine);

    @Property
    void areTrueWhenApplied(@ForAll Answers answers, @ForAll @IntRange(max = 2) int earlier) {
        Decision decision = engine.decide(answers, earlier);

        assertThat(counterfactuals(answers, earlier)).allSatisfy(one -> {
            assertThat(one.urgency()).isNotEqualTo(decision.urgency());
            assertThat(one.changes())
                    .isNotEmpty()
                    .allSatisfy(change -> assertThat(
                                    answers.value(answers.vocabulary().question(change.path())))
                            .isEqualTo(Optional.ofNullable(change.from()))
                            .isNotEqualTo(Optional.of(change.to())));
            assertThat(engine.decide(applied(one, answers), earlier).urgency()).isEqualTo(one.urgency());
        });
    }

    @Property(tries = 300)
    void inOneDirectionAreAllOfTheSameSize(@ForAll Answers answers) {
        Urgency urgency = engine.decide(answers, 0).urgency();

        assertThat(sizes(answers, one -> one.urgency().isMoreUrgentThan(urgency)))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(sizes(answers, one -> urgency.isMoreUrgentThan(one.urgency())))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 100)
    void nameEveryQuestionThatAloneChangesTheUrgency(@ForAll Answers answers) {
        Urgency urgency = engine.decide(answers, 0).urgency();

        assertThat(alone(answers, one -> one.urgency().isMoreUrgentThan(urgency)))
                .containsExactlyInAnyOrderElementsOf(changing(answers, changed -> changed.isMoreUrgentThan(urgency)));
        assertThat(alone(answers, one -> urgency.isMoreUrgentThan(one.urgency())))
                .containsExactlyInAnyOrderElementsOf(changing(answers, urgency::isMoreUrgentThan));
    }

    @Property(tries = 300)
    void leaveNoUrgencyOutThatCanBeLeft(@ForAll Answers answers) {
        Urgency urgency = engine.decide(answers, 0).urgency();

        if (urgency != Urgency.EMERGENCY) {
            assertThat(sizes(answers, one -> one.urgency().isMoreUrgentThan(urgency)))
                    .hasSize(1);
        }
        if (urgency == Urgency.EMERGENCY || urgency == Urgency.URGENT) {
            assertThat(sizes(answers, one -> urgency.isMoreUrgentThan(one.urgency())))
                    .hasSize(1);
        }
    }

    private List<Counterfactual> counterfactuals(Answers answers, int earlier) {
        return explaining
                .explain(engine.decide(answers, earlier), answers, earlier)
                .counterfactuals();
    }

    private List<Integer> sizes(Answers answers, Predicate<Counterfactual> which) {
        return counterfactuals(answers, 0).stream()
                .filter(which)
                .map(one -> one.changes().size())
                .distinct()
                .toList();
    }

    private List<String> alone(Answers answers, Predicate<Counterfactual> which) {
        return counterfactuals(answers, 0).stream()
                .filter(which)
                .filter(one -> one.changes().size() == 1)
                .map(one -> one.changes().getFirst().path())
                .distinct()
                .toList();
    }

    private List<String> changing(Answers answers, Predicate<Urgency> which) {
        return SingleAnswers.changes(answers)
                .filter(changed ->
                        which.test(engine.findings(changed, 0).getFirst().urgency()))
                .flatMap(changed -> differing(answers, changed))
                .distinct()
                .toList();
    }

    private static Stream<String> differing(Answers one, Answers other) {
        return one.vocabulary().questions().stream()
                .filter(question -> one.raw(question.index()) != other.raw(question.index()))
                .map(Question::path);
    }

    private static Answers applied(Counterfactual counterfactual, Answers answers) {
        Answers.Builder changed = answers.toBuilder();
        counterfactual.changes().forEach(change -> {
            Question question = answers.vocabulary().question(change.path());
            changed.setRaw(question, raw(question, change.to()));
        });
        return changed.build();
    }

    private static int raw(Question question, AnswerValue value) {
        return SingleAnswers.all(question)
                .filter(raw -> question.type().value(raw).equals(value))
                .findFirst()
                .orElseThrow();
    }
}
