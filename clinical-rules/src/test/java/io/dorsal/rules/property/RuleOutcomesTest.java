package io.dorsal.rules.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.RuleOutcome;
import io.dorsal.rules.decision.RuleOutcome.Outcome;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.explanation.Explaining;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the explanation says of every rule, against answering the open questions at random. */
class RuleOutcomesTest {
    private static final int COMPLETIONS = 40;
    private static final int ATTEMPTS = 20_000;
    private static final double ANSWERED = 0.8;

    private final TriageEngine engine = new TriageEngine(Rulesets.active());
    private final Explaining explaining = new Explaining(engine);

    @Property
    void thereIsOneOfEveryRuleInTheOrderOfTheRuleset(@ForAll Answers answers) {
        assertThat(outcomes(answers))
                .extracting(RuleOutcome::rule)
                .isEqualTo(engine.ruleset().rules().stream().map(Rule::id).toList());
    }

    @Property
    void theFindingsAreTheRulesThatFiredWithTheSameReasons(@ForAll Answers answers) {
        Decision decision = engine.decide(answers, 0);

        assertThat(outcomes(answers).stream().filter(outcome -> outcome.outcome() == Outcome.FIRED))
                .extracting(RuleOutcome::rule, RuleOutcome::because)
                .containsExactlyInAnyOrderElementsOf(decision.findings().stream()
                        .map(finding -> tuple(finding.rule(), finding.because()))
                        .toList());
    }

    @Property(tries = 200)
    void aRuleThatIsNotOpenNeverFiresHoweverTheOpenQuestionsAreAnswered(@ForAll Answers answers, @ForAll long seed) {
        Set<String> notFired = outcomes(answers).stream()
                .filter(outcome -> outcome.outcome() == Outcome.NOT_FIRED)
                .map(RuleOutcome::rule)
                .collect(Collectors.toSet());
        Random random = new Random(seed);

        for (int i = 0; i < COMPLETIONS; i++) {
            assertThat(fired(completed(answers, unanswered(answers), random, 0.5)))
                    .doesNotContainAnyElementsOf(notFired);
        }
    }

    /** With a fixed seed: finding such answers at random takes luck. */
    @Property(tries = 60, seed = "42")
    void anOpenRuleFiresOnceTheQuestionsItNamesAreAnsweredInSomeWay(@ForAll Answers answers, @ForAll long seed) {
        Random random = new Random(seed);
        assertThat(outcomes(answers).stream().filter(outcome -> outcome.outcome() == Outcome.OPEN))
                .allSatisfy(open -> assertThat(canFire(open, answers, random)).isTrue());
    }

    private boolean canFire(RuleOutcome open, Answers answers, Random random) {
        List<Question> named = open.open().stream()
                .map(path -> answers.vocabulary().question(path))
                .toList();
        assertThat(named).isNotEmpty().noneMatch(answers::isAnswered);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (fired(completed(answers, named, random, attempt % 10 / 10.0)).contains(open.rule())) {
                return true;
            }
        }
        return false;
    }

    private List<RuleOutcome> outcomes(Answers answers) {
        return explaining.explain(engine.decide(answers, 0), answers, 0).rules();
    }

    private Set<String> fired(Answers answers) {
        return engine.findings(answers, 0).stream().map(Finding::rule).collect(Collectors.toSet());
    }

    private static List<Question> unanswered(Answers answers) {
        return answers.vocabulary().questions().stream()
                .filter(question -> !answers.isAnswered(question))
                .toList();
    }

    private static Answers completed(Answers answers, List<Question> questions, Random random, double harmless) {
        Answers.Builder completed = answers.toBuilder();
        for (Question question : questions) {
            int[] raws = SingleAnswers.to(question).toArray();
            if (random.nextDouble() < ANSWERED) {
                completed.setRaw(
                        question, random.nextDouble() < harmless ? raws[0] : raws[random.nextInt(raws.length)]);
            }
        }
        return completed.build();
    }
}
