package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.RuleOutcome;
import io.dorsal.rules.ruleset.Citation;
import io.dorsal.rules.ruleset.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that can be evaluated, and explain itself. */
final class CompiledRule {
    private final Rule rule;
    private final Check check;
    private final Check rest;
    private final Citing citing;
    private final Reasons reasons;
    private final List<String> sources;
    private final int soleQuestion;
    private final @Nullable Finding[] made;

    /**
     * @param rest what of the check is left to be evaluated once the rule is a candidate
     * @param citing cites what the check does where it holds
     */
    CompiledRule(Rule rule, Check check, Check rest, Citing citing, Reasons reasons) {
        this.rule = rule;
        this.check = check;
        this.rest = rest;
        this.citing = citing;
        this.reasons = reasons;
        this.sources = rule.sources().stream().map(Citation::source).toList();
        this.soleQuestion = citing.soleQuestion();
        this.made = new Finding[soleQuestion < 0 ? 0 : reasons.countKept(soleQuestion)];
    }

    Rule rule() {
        return rule;
    }

    /** What became of the rule; failing is an outcome too, since a rule that cannot be evaluated must not go unheard. */
    Outcome evaluate(Evaluation evaluation) {
        return evaluate(check, evaluation);
    }

    /** As {@link #evaluate}, of a rule that is a candidate. */
    Outcome evaluateRest(Evaluation evaluation) {
        return evaluate(rest, evaluation);
    }

    private Outcome evaluate(Check asked, Evaluation evaluation) {
        try {
            return asked.holds(evaluation) ? Outcome.FIRED : Outcome.NOT_FIRED;
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
        int known = made.length == 0 ? 0 : evaluation.raw(soleQuestion) + 1;
        return known < made.length ? findingOfOne(evaluation, known) : explained(evaluation);
    }

    /** A finding that cites one answer is made once for each. */
    private Finding findingOfOne(Evaluation evaluation, int known) {
        Finding finding = made[known];
        if (finding == null) {
            finding = explained(evaluation);
            made[known] = finding.evaluationFailed() ? null : finding;
        }
        return finding;
    }

    private Finding explained(Evaluation evaluation) {
        try {
            Cited cited = new Cited(evaluation.answers().vocabulary());
            citing.cite(evaluation, cited);
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
            Cited cited = new Cited(evaluation.answers().vocabulary());
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
