package io.dorsal.rules.engine;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Knows conditions that ask of a question whether its answer is any but the first, which is "no" or "none". */
final class Positive {
    private Positive() {}

    static boolean isPositive(Condition condition) {
        return condition instanceof Condition.Is(Question question, int accepted)
                && accepted == (1 << countOfAnswers(question)) - 2;
    }

    private static int countOfAnswers(Question question) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> 2;
            case AnswerType.OneOf oneOf -> oneOf.symbols().size();
            case AnswerType.WholeNumber _, AnswerType.SetOf _ -> 0;
        };
    }

    /** The questions as a bit for each, where all conditions are such, and each asks another question. */
    static Optional<long[]> questions(List<? extends Condition> conditions) {
        BitSet questions = new BitSet();
        for (Condition condition : conditions) {
            if (isPositive(condition) && condition instanceof Condition.Is(Question question, int _)) {
                questions.set(question.index());
            }
        }
        boolean each = !conditions.isEmpty() && questions.cardinality() == conditions.size();
        return each ? Optional.of(questions.toLongArray()) : Optional.empty();
    }
}
