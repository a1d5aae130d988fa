package io.dorsal.rules.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.OpenQuestion;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.yaml.Rulesets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The open questions of a decision against trying every answer to every unanswered question. */
class OpenQuestionsTest {
    private final TriageEngine engine = new TriageEngine(Rulesets.active());
    private final List<String> order = engine.ruleset().rules().stream()
            .sorted(Comparator.comparing(rule -> rule.urgency()))
            .map(rule -> rule.id())
            .toList();

    @Property(tries = 400)
    void areExactlyThoseOfWhichASingleAnswerRaisesTheUrgency(
            @ForAll Answers answers, @ForAll @IntRange(max = 2) int earlier) {
        Decision decision = engine.decide(answers, earlier);

        assertThat(decision.openQuestions())
                .containsExactlyInAnyOrderElementsOf(answers.vocabulary().questions().stream()
                        .filter(question -> !answers.isAnswered(question))
                        .flatMap(question -> mostDangerous(answers, question, earlier, decision.urgency()).stream())
                        .toList());
    }

    @Property
    void comeWithTheMostDangerousFirstAndThoseOfTheScreenAheadWhereTheSafetyFloorFired(@ForAll Answers answers) {
        Decision decision = engine.decide(answers, 0);
        List<String> screen = engine.ruleset().screen().stream()
                .map(asked -> asked.question().path())
                .toList();
        boolean floor = !decision.unansweredSafetyQuestions().isEmpty();

        assertThat(decision.openQuestions())
                .isSortedAccordingTo(
                        Comparator.comparing((OpenQuestion open) -> !(floor && screen.contains(open.path())))
                                .thenComparingInt(open -> order.indexOf(open.rule())));
    }

    private Optional<OpenQuestion> mostDangerous(Answers answers, Question question, int earlier, Urgency urgency) {
        return SingleAnswers.to(question)
                .mapToObj(raw -> engine.findings(
                                answers.toBuilder().setRaw(question, raw).build(), earlier)
                        .getFirst())
                .filter(finding -> finding.urgency().isMoreUrgentThan(urgency))
                .min(Comparator.comparingInt((Finding finding) -> order.indexOf(finding.rule())))
                .map(finding -> new OpenQuestion(question.path(), finding.rule(), finding.urgency()));
    }
}
