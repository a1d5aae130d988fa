package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.RuleOutcome;
import io.dorsal.rules.engine.CompiledRule.Outcome;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The condition rules: each that fires is a finding. They come first of all rules, in the order of findings. */
final class ConditionRules {
    private final RuleSettling rules;
    private final int size;
    private final long[] settledByTable;
    private final long[] leftOver;
    private final long[][] stages;
    private final int[] askingForCount;

    /** @param inOrder as {@link #inOrderOfFindings} puts them */
    ConditionRules(RuleSettling rules, List<Rule> inOrder) {
        this.rules = rules;
        this.size = inOrder.size();
        this.settledByTable = Bits.forSize(rules.size());
        this.leftOver = Bits.forSize(rules.size());
        for (int rule = 0; rule < size; rule++) {
            Bits.set(rules.isSettledByTable(rule) ? settledByTable : leftOver, rule);
        }
        this.stages = Stages.of(rules, inOrder);
        this.askingForCount = EvaluationOrder.of(inOrder).stream()
                .filter(rule -> Conditions.all(rule.when()).anyMatch(Condition.EarlierAssessments.class::isInstance))
                .mapToInt(inOrder::indexOf)
                .toArray();
    }

    /** Most urgent first, then in the order of the ruleset. */
    static List<Rule> inOrderOfFindings(List<Rule> rules) {
        return rules.stream().sorted(Comparator.comparing(Rule::urgency)).toList();
    }

    int size() {
        return size;
    }

    Rule rule(int index) {
        return rules.rule(index).rule();
    }

    /** Marks the rules that fire in the evaluation. */
    List<Finding> findings(long[] candidates, Evaluation evaluation) {
        settle(candidates, evaluation);
        long[] fired = evaluation.fired();
        int count = Bits.count(fired);
        if (count == 0) {
            return List.of();
        }
        int first = Bits.next(fired, 0);
        if (count == 1) {
            return List.of(finding(first, evaluation));
        }
        Finding[] findings = new Finding[count];
        for (int i = 0, rule = first; i < count; i++, rule = Bits.next(fired, rule + 1)) {
            findings[i] = finding(rule, evaluation);
        }
        return List.of(findings);
    }

    private Finding finding(int rule, Evaluation evaluation) {
        return rules.rule(rule).finding(evaluation, evaluation.hasFailed(rule) ? Outcome.FAILED : Outcome.FIRED);
    }

    private void settle(long[] candidates, Evaluation evaluation) {
        long[] fired = evaluation.fired();
        for (int word = 0; word < fired.length; word++) {
            fired[word] = candidates[word] & settledByTable[word];
        }
        for (long[] stage : stages) {
            for (int word = 0; word < stage.length; word++) {
                for (long left = candidates[word] & stage[word]; left != 0; left &= left - 1) {
                    evaluateRest(word * Long.SIZE + Long.numberOfTrailingZeros(left), evaluation);
                }
            }
        }
    }

    private void evaluateRest(int rule, Evaluation evaluation) {
        switch (rules.rule(rule).evaluateRest(evaluation)) {
            case FIRED -> evaluation.markFired(rule);
            case FAILED -> evaluation.markFailed(rule);
            case NOT_FIRED -> {}
        }
    }

    /** See {@link RuleSettling#areAlike}. */
    boolean areAlike(Question question, int raw, int other) {
        return rules.areAlike(question, raw, other, 0, size);
    }

    /**
     * The first in the order of findings that would fire if the question, so far unanswered, were answered so, and did not
     * before.
     *
     * @param most how many of the rules, in that order, are of interest; returned where none of these would
     */
    int newlyFiring(Supposed supposed, Question question, int raw, int most) {
        long[] candidates = supposed.candidates(question, raw);
        long[] before = supposed.evaluation().fired();
        int first = Bits.firstNew(candidates, before, settledByTable, most);
        if (Bits.firstNew(candidates, before, leftOver, first) == first) {
            return first;
        }
        Evaluation evaluation = supposed.evaluationWith(question, raw);
        settle(candidates, evaluation);
        return Bits.firstNew(evaluation.fired(), before, evaluation.fired(), most);
    }

    /** Ids of the rules that would fire if the count of earlier assessments were known to be high enough. */
    List<String> open(Evaluation evaluation) {
        if (evaluation.earlierAssessments() >= 0 || askingForCount.length == 0) {
            return List.of();
        }
        Evaluation supposed = evaluation.supposingCount(Integer.MAX_VALUE);
        List<String> open = new ArrayList<>();
        for (int rule : askingForCount) {
            if (!evaluation.hasFired(rule) && rules.rule(rule).evaluate(supposed) != Outcome.NOT_FIRED) {
                open.add(rule(rule).id());
            }
        }
        return open;
    }

    /** What became of every rule, once all were evaluated. */
    Stream<RuleOutcome> outcomes(Evaluation evaluation) {
        return IntStream.range(0, size)
                .mapToObj(rule -> rules.rule(rule).outcome(evaluation, evaluation.hasFired(rule)));
    }
}
