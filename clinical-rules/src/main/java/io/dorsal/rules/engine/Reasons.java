package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Because;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.List;

/** Turns cited questions into reasons. The same few come again and again, so they are made once. */
final class Reasons {
    private static final int MOST_KEPT = 256;

    private final List<Question> questions;
    private final Because[][] made;

    Reasons(Vocabulary vocabulary) {
        this.questions = vocabulary.questions();
        this.made = questions.stream().map(Reasons::make).toArray(Because[][]::new);
    }

    /** The reasons in the order of the vocabulary. */
    List<Because> of(Answers answers, Cited cited) {
        Because[] reasons = new Because[cited.count()];
        int count = 0;
        for (int word = 0; word < cited.words(); word++) {
            for (long left = cited.word(word); left != 0; left &= left - 1) {
                int question = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                reasons[count++] = because(question, answers.raw(question));
            }
        }
        return List.of(reasons);
    }

    /** Of how many answers to the question the reason is made beforehand, that it is unanswered included. */
    int countKept(int question) {
        return made[question].length;
    }

    private Because because(int question, int raw) {
        Because[] kept = made[question];
        return raw + 1 < kept.length ? kept[raw + 1] : make(questions.get(question), raw);
    }

    private static Because[] make(Question question) {
        Because[] reasons = new Because[Math.min(countOfAnswers(question.type()), MOST_KEPT) + 1];
        for (int i = 0; i < reasons.length; i++) {
            reasons[i] = make(question, i - 1);
        }
        return reasons;
    }

    private static Because make(Question question, int raw) {
        return new Because(
                question.path(),
                raw == Answers.UNANSWERED ? null : question.type().value(raw));
    }

    private static int countOfAnswers(AnswerType type) {
        return switch (type) {
            case AnswerType.YesNo _ -> 2;
            case AnswerType.WholeNumber number -> number.max() + 1;
            case AnswerType.OneOf oneOf -> oneOf.symbols().size();
            case AnswerType.SetOf setOf -> setOf.subsets().size();
        };
    }
}
