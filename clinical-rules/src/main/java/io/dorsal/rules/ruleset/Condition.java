package io.dorsal.rules.ruleset;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.Question;
import java.util.List;

/**
 * What a rule asks of the answers. A condition on a question that was not answered is not met; {@link Not} is met by
 * whatever does not meet the condition in it, a missing answer included. So "is not" is {@code Not(Is…)}, and "is false"
 * is {@code Is}.
 */
public sealed interface Condition {

    /** A condition on the answer to one question. */
    sealed interface OnAnswer extends Condition {

        Question question();

        /** Whether the answer held as this number meets it, {@link Answers#UNANSWERED} included. */
        boolean isMetBy(int raw);
    }

    /** Met by everything. */
    record Always() implements Condition {}

    /** A yes-or-no or one-of question is answered with one of these, held as a bit for each raw number. */
    record Is(Question question, int accepted) implements OnAnswer {
        @Override
        public boolean isMetBy(int raw) {
            return raw >= 0 && (accepted >>> raw & 1) == 1;
        }
    }

    /** A set was answered, and holds at least one of the symbols. */
    record HasAny(Question question, int symbols) implements OnAnswer {
        @Override
        public boolean isMetBy(int raw) {
            return raw > 0 && (raw & symbols) != 0;
        }
    }

    /** A set was answered, and holds all of the symbols. */
    record HasAll(Question question, int symbols) implements OnAnswer {
        @Override
        public boolean isMetBy(int raw) {
            return raw >= 0 && (raw & symbols) == symbols;
        }
    }

    /** A number was answered within the bounds, both included. */
    record Between(Question question, int min, int max) implements OnAnswer {
        @Override
        public boolean isMetBy(int raw) {
            return raw >= 0 && raw >= min && raw <= max;
        }
    }

    /** A derived number lies within the bounds, both included. */
    record Derived(DerivedNumber number, int min, int max) implements Condition {}

    /** The question was not answered. */
    record Unanswered(Question question) implements OnAnswer {
        @Override
        public boolean isMetBy(int raw) {
            return raw == Answers.UNANSWERED;
        }
    }

    /** Met where all are. */
    record AllOf(List<Condition> parts) implements Condition {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** Met where one is. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** Met where at least so many are. */
    record AtLeast(int count, List<Condition> parts) implements Condition {
        public AtLeast {
            parts = List.copyOf(parts);
        }
    }

    /** Met where the condition is not. */
    record Not(Condition condition) implements Condition {}

    /** No answer is among these. Speaks of the answers given, not of the questions left open. */
    record NoAnswerAmong(List<Is> answers) implements Condition {
        public NoAnswerAmong {
            answers = List.copyOf(answers);
        }
    }

    /** A condition that has a name. */
    record Named(Term term) implements Condition {}

    /** The rule with this id fires. */
    record Fires(String rule) implements Condition {}

    /** A question of the emergency screen is unanswered. */
    record ScreenIncomplete() implements Condition {}

    /** The patient was assessed at least so often before, within the ruleset's window; not met where nobody knows. */
    record EarlierAssessments(int atLeast) implements Condition {}
}
