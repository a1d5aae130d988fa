package io.dorsal.intake.form;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.Set;
import java.util.TreeSet;

/** What another question's answer must be like for a question to be asked. */
public sealed interface Requirement {

    /** The question whose answer counts. */
    Question question();

    /** Whether the answer held as this number is so, {@link Answers#UNANSWERED} included. */
    boolean isMetBy(int raw);

    /** Answered with one of these, or with a set that has one of them. */
    record Among(Question question, Set<String> values) implements Requirement {
        public Among {
            values = answersOf(question, values);
        }

        @Override
        public boolean isMetBy(int raw) {
            return raw != Answers.UNANSWERED && isAmong(question, raw, values);
        }
    }

    /** Not answered with one of these: a missing answer is as good as any other. */
    record NotAmong(Question question, Set<String> values) implements Requirement {
        public NotAmong {
            values = answersOf(question, values);
        }

        @Override
        public boolean isMetBy(int raw) {
            return raw == Answers.UNANSWERED || !isAmong(question, raw, values);
        }
    }

    /** Answered with so much or more. */
    record AtLeast(Question question, int number) implements Requirement {
        public AtLeast {
            if (!(question.type() instanceof AnswerType.WholeNumber)) {
                throw new IllegalArgumentException("is no number: " + question);
            }
        }

        @Override
        public boolean isMetBy(int raw) {
            return raw >= number;
        }
    }

    private static boolean isAmong(Question question, int raw, Set<String> values) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> values.contains(Boolean.toString(raw == 1));
            case AnswerType.OneOf oneOf -> values.contains(oneOf.symbols().get(raw));
            case AnswerType.SetOf setOf -> setOf.subsets().get(raw).stream().anyMatch(values::contains);
            case AnswerType.WholeNumber _ -> false;
        };
    }

    private static Set<String> answersOf(Question question, Set<String> values) {
        boolean known = switch (question.type()) {
            case AnswerType.YesNo _ -> Set.of("true", "false").containsAll(values);
            case AnswerType.OneOf oneOf -> oneOf.symbols().containsAll(values);
            case AnswerType.SetOf setOf -> setOf.symbols().containsAll(values);
            case AnswerType.WholeNumber _ -> false;
        };
        if (!known || values.isEmpty()) {
            throw new IllegalArgumentException("not answers to " + question);
        }
        return new TreeSet<>(values);
    }
}
