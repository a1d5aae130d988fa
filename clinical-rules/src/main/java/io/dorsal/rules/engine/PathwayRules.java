package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.RuleOutcome;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.CompiledRule.Outcome;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.vocabulary.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pathway rules: where no condition rule fired, the first that matches is the one finding. They come last of all rules. */
final class PathwayRules {
    private final RuleSettling rules;
    private final int first;
    private final Set<String> ids;
    private final Optional<Urgency> mostUrgent;

    /** @param inOrder the last of the rules */
    PathwayRules(RuleSettling rules, List<Rule> inOrder) {
        this.rules = rules;
        this.first = rules.size() - inOrder.size();
        this.ids = inOrder.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
        this.mostUrgent = inOrder.stream().map(Rule::urgency).min(Comparator.naturalOrder());
    }

    boolean hasRule(String id) {
        return ids.contains(id);
    }

    /** Whether there is a rule that is more urgent than this. */
    boolean mightRaise(Urgency urgency) {
        return mostUrgent.filter(most -> most.isMoreUrgentThan(urgency)).isPresent();
    }

    /** The rule of this number among all rules. */
    Rule rule(int number) {
        return rules.rule(number).rule();
    }

    /** See {@link RuleSettling#areAlike}. */
    boolean areAlike(Question question, int raw, int other) {
        return rules.areAlike(question, raw, other, first, rules.size());
    }

    /**
     * Number of the rule that would match if no condition rule fired and the question, so far unanswered, were answered so;
     * one that fails matches; -1 if none does.
     */
    int firstMatch(Supposed supposed, Question question, int raw) {
        long[] candidates = supposed.candidates(question, raw);
        for (int rule = Bits.next(candidates, first); rule >= 0; rule = Bits.next(candidates, rule + 1)) {
            if (rules.isSettledByTable(rule)
                    || rules.rule(rule).evaluateRest(supposed.evaluationWith(question, raw)) != Outcome.NOT_FIRED) {
                return rule;
            }
        }
        return -1;
    }

    /** One that fails is a finding too, but does not end the search: it must not keep a more urgent one from matching. */
    List<Finding> findings(long[] candidates, Evaluation evaluation) {
        List<Finding> failed = List.of();
        for (int rule = Bits.next(candidates, first); rule >= 0; rule = Bits.next(candidates, rule + 1)) {
            switch (outcome(rule, evaluation)) {
                case FIRED -> {
                    return with(rules.rule(rule).finding(evaluation, Outcome.FIRED), failed);
                }
                case FAILED -> failed = with(rules.rule(rule).finding(evaluation, Outcome.FAILED), failed);
                case NOT_FIRED -> {}
            }
        }
        return failed;
    }

    /** Most urgent first, then in the order of the rules. */
    private static List<Finding> with(Finding last, List<Finding> others) {
        return others.isEmpty()
                ? List.of(last)
                : Stream.concat(others.stream(), Stream.of(last))
                        .sorted(Comparator.comparing(Finding::urgency))
                        .toList();
    }

    private Outcome outcome(int candidate, Evaluation evaluation) {
        return rules.isSettledByTable(candidate)
                ? Outcome.FIRED
                : rules.rule(candidate).evaluateRest(evaluation);
    }

    /** What became of every rule, in order. */
    Stream<RuleOutcome> outcomes(Evaluation evaluation, Set<String> found) {
        return IntStream.range(first, rules.size())
                .mapToObj(rules::rule)
                .map(rule -> rule.outcome(evaluation, found.contains(rule.rule().id())));
    }
}
