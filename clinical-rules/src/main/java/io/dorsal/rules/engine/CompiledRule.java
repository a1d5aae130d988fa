package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.RuleOutcome;
import io.dorsal.rules.ruleset.Citation;
import io.dorsal.rules.ruleset.Rule;
import java.util.BitSet;
import java.util.List;

/** A rule that can be evaluated, and explain itself. */
final class CompiledRule {
    private final Rule rule;
    private final Check check;
    private final Reasons reasons;
    private final List<String> sources;

    CompiledRule(Rule rule, Check check, Reasons reasons) {
        this.rule = rule;
        this.check = check;
        this.reasons = reasons;
        this.sources = rule.sources().stream().map(Citation::source).toList();
    }

    Rule rule() {
        return rule;
    }

    /** What became of the rule; failing is an outcome too, since a rule that cannot be evaluated must not go unheard. */
    Outcome evaluate(Evaluation evaluation) {
        try {
            return check.holds(evaluation) ? Outcome.FIRED : Outcome.NOT_FIRED;
        } catch (RuntimeException | StackOverflowError e) {
            evaluation.failures().failed(rule.id(), e);
            return Outcome.FAILED;
        }
    }

    /** The finding of a rule that fired or failed. */
    Finding finding(Evaluation evaluation, Outcome outcome) {
        if (outcome == Outcome.FAILED) {
            return finding(List.of(), true);
        }
        try {
            BitSet cited = new BitSet();
            check.cite(evaluation, true, cited);
            return finding(reasons.of(evaluation.answers(), cited), false);
        } catch (RuntimeException | StackOverflowError e) {
            evaluation.failures().failed(rule.id(), e);
            return finding(List.of(), true);
        }
    }

    /**
     * What became of the rule, with the answers that its condition looked at.
     *
     * @param found whether it is a finding
     */
    RuleOutcome outcome(Evaluation evaluation, boolean found) {
        return new RuleOutcome(
                rule.id(),
                found ? RuleOutcome.Outcome.FIRED : RuleOutcome.Outcome.NOT_FIRED,
                because(evaluation),
                List.of());
    }

    private List<Because> because(Evaluation evaluation) {
        try {
            BitSet cited = new BitSet();
            check.cite(evaluation, check.holds(evaluation), cited);
            return reasons.of(evaluation.answers(), cited);
        } catch (RuntimeException | StackOverflowError e) {
            // A rule that was reached and failed is a finding already; one that was not reached has decided nothing.
            return List.of();
        }
    }

    private Finding finding(List<Because> because, boolean failed) {
        return new Finding(
                rule.id(), rule.title(), rule.urgency(), because, rule.queues(), rule.workUp(), sources, failed);
    }

    enum Outcome {
        NOT_FIRED,
        FIRED,
        FAILED
    }
}
