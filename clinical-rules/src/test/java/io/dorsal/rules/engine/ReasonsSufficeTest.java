package io.dorsal.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.yaml.Rulesets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a finding cites must carry it: with all else unanswered, and other rules as they were, the rule still fires. */
class ReasonsSufficeTest {
    private final Ruleset ruleset = Rulesets.active();
    private final List<Rule> rules = EvaluationOrder.of(ruleset.rules(RuleTable.Kind.CONDITION));
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Check> checks = new ArrayList<>();

    ReasonsSufficeTest() {
        rules.forEach(rule -> indexes.put(rule.id(), indexes.size()));
        CheckCompiler compiler = new CheckCompiler(indexes, ruleset.screen());
        rules.forEach(rule -> checks.add(compiler.compile(rule.when())));
        ruleset.rules(RuleTable.Kind.PATHWAY).forEach(rule -> checks.add(compiler.compile(rule.when())));
    }

    @Property
    void forEveryRuleThatFires(@ForAll Answers answers) {
        Evaluation evaluation = evaluated(answers);

        for (Check check : checks) {
            if (check.holds(evaluation)) {
                Cited cited = new Cited(ruleset.vocabulary());
                check.cite(evaluation, true, cited);
                assertThat(check.holds(withSameOutcomes(only(answers, cited), evaluation)))
                        .isTrue();
            }
        }
    }

    private Evaluation evaluated(Answers answers) {
        Evaluation evaluation = new Evaluation(answers, 2, rules.size(), (_, _) -> {});
        for (int rule = 0; rule < rules.size(); rule++) {
            if (checks.get(rule).holds(evaluation)) {
                evaluation.markFired(rule);
            }
        }
        return evaluation;
    }

    private Evaluation withSameOutcomes(Answers answers, Evaluation other) {
        Evaluation evaluation = new Evaluation(answers, 2, rules.size(), (_, _) -> {});
        for (int rule = 0; rule < rules.size(); rule++) {
            if (other.hasFired(rule)) {
                evaluation.markFired(rule);
            }
        }
        return evaluation;
    }

    private static Answers only(Answers answers, Cited cited) {
        Answers.Builder kept = answers.toBuilder();
        for (Question question : answers.vocabulary().questions()) {
            if (!cited.has(question.index()) && !question.required()) {
                kept.clear(question);
            }
        }
        return kept.build();
    }
}
