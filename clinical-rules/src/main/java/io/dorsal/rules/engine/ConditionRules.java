package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.RuleOutcome;
import io.dorsal.rules.engine.CompiledRule.Outcome;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The condition rules: each that fires is a finding. They are numbered in the order in which they can be evaluated. */
final class ConditionRules {
    private static final int NONE = -1;

    private final CompiledRule[] rules;
    private final int[] rankOfRule;
    private final int[] ruleOfRank;
    private final int[] askingForCount;
    private final AnswerEffects effects;
    private final RuleIndex index;

    ConditionRules(Ruleset ruleset, List<Rule> inEvaluationOrder, CheckSource checks, Reasons reasons) {
        this.rules = inEvaluationOrder.stream()
                .map(rule -> new CompiledRule(rule, checks.check(rule), reasons))
                .toArray(CompiledRule[]::new);
        List<Rule> inOrderOfFindings = inOrderOfFindings(ruleset.rules());
        this.rankOfRule = new int[rules.length];
        this.ruleOfRank = new int[rules.length];
        List<Rule> ranked =
                inOrderOfFindings.stream().filter(inEvaluationOrder::contains).toList();
        for (int rule = 0; rule < rules.length; rule++) {
            int rank = ranked.indexOf(inEvaluationOrder.get(rule));
            rankOfRule[rule] = rank;
            ruleOfRank[rank] = rule;
        }
        this.askingForCount = askingForCount(inEvaluationOrder);
        this.effects = new AnswerEffects(inEvaluationOrder, ruleset.screen());
        List<Optional<Trigger>> triggers = inEvaluationOrder.stream()
                .map(rule -> checks.isOwn(rule) ? Trigger.of(rule.when(), ruleset.screen()) : Optional.<Trigger>empty())
                .toList();
        this.index = new RuleIndex(ruleset.vocabulary(), triggers);
    }

    /** Most urgent first, then in the order of the ruleset. */
    static List<Rule> inOrderOfFindings(List<Rule> rules) {
        return rules.stream().sorted(Comparator.comparing(Rule::urgency)).toList();
    }

    private static int[] askingForCount(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> Conditions.all(rule.when()).anyMatch(Condition.EarlierAssessments.class::isInstance))
                .mapToInt(rules::indexOf)
                .toArray();
    }

    int size() {
        return rules.length;
    }

    /** Marks the rules that fire in the evaluation. */
    List<Finding> findings(Evaluation evaluation) {
        long[] candidates = index.candidates(evaluation.answers());
        long[] findings = Bits.forSize(rules.length);
        long[] failed = Bits.forSize(rules.length);
        boolean any = false;
        for (int word = 0; word < candidates.length; word++) {
            for (long left = candidates[word]; left != 0; left &= left - 1) {
                int rule = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                Outcome outcome = rules[rule].evaluate(evaluation);
                if (outcome != Outcome.NOT_FIRED) {
                    any = true;
                    evaluation.markFired(rule);
                    Bits.set(findings, rankOfRule[rule]);
                    if (outcome == Outcome.FAILED) {
                        Bits.set(failed, rankOfRule[rule]);
                    }
                }
            }
        }
        return any ? findings(evaluation, findings, failed) : List.of();
    }

    private List<Finding> findings(Evaluation evaluation, long[] ranks, long[] failed) {
        List<Finding> findings = new ArrayList<>();
        for (int word = 0; word < ranks.length; word++) {
            for (long left = ranks[word]; left != 0; left &= left - 1) {
                int rank = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                Outcome outcome = Bits.isSet(failed, rank) ? Outcome.FAILED : Outcome.FIRED;
                findings.add(rules[ruleOfRank[rank]].finding(evaluation, outcome));
            }
        }
        return findings;
    }

    /** Indexes of the rules that may come out otherwise once the question, so far unanswered, is answered so. */
    int[] affectedBy(Question question, int raw) {
        return effects.rules(question, raw);
    }

    Rule rule(int index) {
        return rules[index].rule();
    }

    /** Index of the first in the order of findings that fires in the supposed evaluation and did not before; else -1. */
    int newlyFiring(int[] affected, Evaluation supposed, Evaluation evaluation) {
        int first = rules.length;
        for (int rule : affected) {
            if (rules[rule].evaluate(supposed) == Outcome.NOT_FIRED) {
                supposed.markNotFired(rule);
            } else {
                supposed.markFired(rule);
                if (!evaluation.hasFired(rule)) {
                    first = Math.min(first, rankOfRule[rule]);
                }
            }
        }
        return first == rules.length ? NONE : ruleOfRank[first];
    }

    /** Ids of the rules that would fire if the count of earlier assessments were known to be high enough. */
    List<String> open(Evaluation evaluation) {
        if (evaluation.earlierAssessments() >= 0 || askingForCount.length == 0) {
            return List.of();
        }
        Evaluation supposed = evaluation.supposingCount(Integer.MAX_VALUE);
        List<String> open = new ArrayList<>();
        for (int rule : askingForCount) {
            if (!evaluation.hasFired(rule) && rules[rule].evaluate(supposed) != Outcome.NOT_FIRED) {
                open.add(rules[rule].rule().id());
            }
        }
        return open;
    }

    /** What became of every rule, once all were evaluated. */
    Stream<RuleOutcome> outcomes(Evaluation evaluation) {
        return IntStream.range(0, rules.length)
                .mapToObj(rule -> rules[rule].outcome(evaluation, evaluation.hasFired(rule)));
    }
}
