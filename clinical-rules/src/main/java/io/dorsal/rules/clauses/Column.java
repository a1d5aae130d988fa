package io.dorsal.rules.clauses;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.ruleset.DerivedNumber;

/**
 * One thing that conditions look at. Its values fall into rows: all values of a row are alike to every condition; the first
 * row stands for what is not known.
 *
 * @param lowest the value of the second row, which stands for all below as well
 * @param highest the value of the last row, which stands for all above as well
 */
record Column(Source source, int lowest, int highest) {
    private static final int MOST_ROWS = 2048;

    /** Where the value comes from. */
    sealed interface Source {

        /** The row that the facts choose. */
        int row(Column column, Facts facts);
    }

    record OfAnswer(int question) implements Source {
        @Override
        public int row(Column column, Facts facts) {
            int raw = facts.answers().raw(question);
            return raw == Answers.UNANSWERED ? 0 : column.row(raw);
        }
    }

    record OfCount() implements Source {
        @Override
        public int row(Column column, Facts facts) {
            return facts.earlierAssessments() < 0 ? 0 : column.row(facts.earlierAssessments());
        }
    }

    record OfDerived(DerivedNumber number) implements Source {
        @Override
        public int row(Column column, Facts facts) {
            int from = facts.answers().raw(number.from().index());
            int minus = facts.answers().raw(number.minus().index());
            boolean isKnown = from != Answers.UNANSWERED && minus != Answers.UNANSWERED;
            return isKnown ? column.row(from - minus / number.per()) : 0;
        }
    }

    /** Whether its rows can be told apart within reason. */
    boolean isUsable() {
        return (long) highest - lowest < MOST_ROWS;
    }

    int rows() {
        return highest - lowest + 2;
    }

    /** The value that a row but the first stands for. */
    int value(int row) {
        return lowest + row - 1;
    }

    int row(Facts facts) {
        return source.row(this, facts);
    }

    private int row(int value) {
        return Math.clamp(value, lowest, highest) - lowest + 1;
    }
}
