package io.dorsal.rules.vocabulary;

import java.util.List;

/** An answer as people and JSON see it. */
public sealed interface AnswerValue {

    /** The answer to a yes-or-no question. */
    record Flag(boolean value) implements AnswerValue {}

    /** A whole number. */
    record Whole(int value) implements AnswerValue {}

    /** One symbol. */
    record Symbol(String value) implements AnswerValue {}

    /** A set of symbols, in the order of the vocabulary. */
    record Symbols(List<String> values) implements AnswerValue {
        public Symbols {
            values = List.copyOf(values);
        }
    }
}
