package io.dorsal.rules.property;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every answer that a question may have; of large numbers those up to a point, and from there on every few. */
final class SingleAnswers {
    /** No threshold of the ruleset lies in a number above this. */
    private static final int TRIED_ONE_BY_ONE = 130;

    private static final int STEP = 365;

    private SingleAnswers() {}

    /** Without leaving any out. */
    static IntStream all(Question question) {
        return IntStream.rangeClosed(0, most(question)).filter(question.type()::accepts);
    }

    static IntStream to(Question question) {
        return all(question).filter(raw -> raw <= TRIED_ONE_BY_ONE || raw % STEP == 0);
    }

    private static int most(Question question) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> 1;
            case AnswerType.OneOf oneOf -> oneOf.symbols().size() - 1;
            case AnswerType.SetOf setOf -> setOf.subsets().size() - 1;
            case AnswerType.WholeNumber number -> number.max();
        };
    }

    /** The answers with one question answered otherwise, in every way. */
    static Stream<Answers> changes(Answers answers) {
        return answers.vocabulary().questions().stream()
                .flatMap(question -> to(question)
                        .filter(raw -> raw != answers.raw(question.index()))
                        .mapToObj(
                                raw -> answers.toBuilder().setRaw(question, raw).build()));
    }
}
