package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.RuleOutcome;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.CompiledRule.Outcome;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pathway rules: where no condition rule fired, the first that matches is the one finding. */
final class PathwayRules {
    private final CompiledRule[] rules;
    private final AnswerEffects effects;
    private final Set<String> ids;
    private final Optional<Urgency> mostUrgent;

    PathwayRules(List<Rule> rules, List<ScreenQuestion> screen, CheckSource checks, Reasons reasons) {
        this.effects = new AnswerEffects(rules, screen);
        this.rules = rules.stream()
                .map(rule -> new CompiledRule(rule, checks.check(rule), reasons))
                .toArray(CompiledRule[]::new);
        this.ids = rules.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
        this.mostUrgent = rules.stream().map(Rule::urgency).min(Comparator.naturalOrder());
    }

    boolean hasRule(String id) {
        return ids.contains(id);
    }

    /** Whether there is a rule that is more urgent than this. */
    boolean mightRaise(Urgency urgency) {
        return mostUrgent.filter(most -> most.isMoreUrgentThan(urgency)).isPresent();
    }

    Rule rule(int index) {
        return rules[index].rule();
    }

    /** Whether a rule may come out otherwise once the question, so far unanswered, is answered so. */
    boolean mayBeAffectedBy(Question question, int raw) {
        return effects.rules(question, raw).length > 0;
    }

    /** Index of the rule that would match if no condition rule fired, where one that fails matches; -1 if none does. */
    int firstMatch(Evaluation evaluation) {
        for (int rule = 0; rule < rules.length; rule++) {
            if (rules[rule].evaluate(evaluation) != Outcome.NOT_FIRED) {
                return rule;
            }
        }
        return -1;
    }

    /** One that fails is a finding too, but does not end the search: it must not keep a more urgent one from matching. */
    List<Finding> findings(Evaluation evaluation) {
        List<Finding> findings = new ArrayList<>(1);
        for (CompiledRule rule : rules) {
            Outcome outcome = rule.evaluate(evaluation);
            if (outcome != Outcome.NOT_FIRED) {
                findings.add(rule.finding(evaluation, outcome));
            }
            if (outcome == Outcome.FIRED) {
                break;
            }
        }
        findings.sort(Comparator.comparing(Finding::urgency));
        return findings;
    }

    /** What became of every rule, in order. */
    Stream<RuleOutcome> outcomes(Evaluation evaluation, Set<String> found) {
        return Stream.of(rules)
                .map(rule -> rule.outcome(evaluation, found.contains(rule.rule().id())));
    }
}
