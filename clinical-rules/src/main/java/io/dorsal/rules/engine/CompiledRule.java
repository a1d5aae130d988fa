package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.ruleset.Citation;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A rule that can be evaluated, and explain itself. */
final class CompiledRule {
    private final int index;
    private final Rule rule;
    private final Check check;
    private final Vocabulary vocabulary;
    private final List<String> sources;

    CompiledRule(int index, Rule rule, Check check, Vocabulary vocabulary) {
        this.index = index;
        this.rule = rule;
        this.check = check;
        this.vocabulary = vocabulary;
        this.sources = rule.sources().stream().map(Citation::source).toList();
    }

    int index() {
        return index;
    }

    Rule rule() {
        return rule;
    }

    /** What became of the rule; failing is an outcome too, since a rule that cannot be evaluated must not go unheard. */
    Outcome evaluate(Evaluation evaluation) {
        try {
            return check.holds(evaluation) ? Outcome.FIRED : Outcome.NOT_FIRED;
        } catch (RuntimeException | StackOverflowError e) {
            return Outcome.FAILED;
        }
    }

    /** The finding of a rule that fired or failed. */
    Finding finding(Evaluation evaluation, Outcome outcome) {
        if (outcome == Outcome.FAILED) {
            return finding(List.of(), true);
        }
        try {
            return finding(because(evaluation), false);
        } catch (RuntimeException | StackOverflowError e) {
            return finding(List.of(), true);
        }
    }

    private Finding finding(List<Because> because, boolean failed) {
        return new Finding(
                rule.id(), rule.title(), rule.urgency(), because, rule.queues(), rule.workUp(), sources, failed);
    }

    private List<Because> because(Evaluation evaluation) {
        BitSet cited = new BitSet(vocabulary.size());
        check.cite(evaluation, true, cited);
        List<Because> because = new ArrayList<>(cited.cardinality());
        for (int i = cited.nextSetBit(0); i >= 0; i = cited.nextSetBit(i + 1)) {
            Question question = vocabulary.questions().get(i);
            because.add(new Because(
                    question.path(), evaluation.answers().value(question).orElse(null)));
        }
        return because;
    }

    enum Outcome {
        NOT_FIRED,
        FIRED,
        FAILED
    }
}
