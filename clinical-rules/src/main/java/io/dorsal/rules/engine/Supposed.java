package io.dorsal.rules.engine;

import io.dorsal.rules.clauses.ClauseTable;
import io.dorsal.rules.clauses.Supposing;
import io.dorsal.rules.vocabulary.Question;

/** Which rules would be candidates if a question were answered that is not, beside what was found without. */
final class Supposed {
    private final RuleSettling rules;
    private final ClauseTable table;
    private final Supposing supposing;
    private final Evaluation evaluation;

    Supposed(RuleSettling rules, Evaluation evaluation) {
        this.rules = rules;
        this.table = rules.table();
        this.supposing = table.supposing(evaluation);
        this.evaluation = evaluation;
    }

    /** What was found without. */
    Evaluation evaluation() {
        return evaluation;
    }

    /** The array is used again. */
    long[] candidates(Question question, int raw) {
        return table.isPartOfDerived(question)
                ? table.candidates(evaluation.supposingAnswer(question, raw))
                : supposing.candidates(question, raw);
    }

    /** Begins to evaluate anew with the answer, where there is a check that asks for it. */
    Evaluation evaluationWith(Question question, int raw) {
        return rules.isAskedByChecks(question) ? evaluation.supposingAnswer(question, raw) : evaluation.again();
    }
}
