package io.dorsal.rules.vocabulary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What may answer a question, and how such an answer is held as one non-negative number. */
public sealed interface AnswerType {

    /** Whether the number stands for an answer of this type. */
    boolean accepts(int raw);

    /** The answer that the number stands for. */
    AnswerValue value(int raw);

    /** True (1) or false (0). */
    record YesNo() implements AnswerType {
        @Override
        public boolean accepts(int raw) {
            return raw == 0 || raw == 1;
        }

        @Override
        public AnswerValue value(int raw) {
            return new AnswerValue.Flag(raw == 1);
        }
    }

    /** A whole number within bounds, both included. */
    record WholeNumber(int min, int max) implements AnswerType {
        public WholeNumber {
            if (min < 0 || max < min) {
                throw new IllegalArgumentException("bounds must be non-negative and ordered");
            }
        }

        @Override
        public boolean accepts(int raw) {
            return raw >= min && raw <= max;
        }

        @Override
        public AnswerValue value(int raw) {
            return new AnswerValue.Whole(raw);
        }
    }

    /** Exactly one of the symbols, held as its position. */
    record OneOf(List<String> symbols) implements AnswerType {
        public OneOf {
            symbols = distinct(symbols);
        }

        /** Position of the symbol, or -1 if it is none of ours. */
        public int ordinal(String symbol) {
            return symbols.indexOf(symbol);
        }

        @Override
        public boolean accepts(int raw) {
            return raw >= 0 && raw < symbols.size();
        }

        @Override
        public AnswerValue value(int raw) {
            return new AnswerValue.Symbol(symbols.get(raw));
        }
    }

    /** Any number of the symbols, held as one bit for each; an empty set is an answer where {@code atLeast} is 0. */
    record SetOf(List<String> symbols, int atLeast, List<List<String>> subsets) implements AnswerType {
        private static final int MOST_SYMBOLS = 10;

        public SetOf(List<String> symbols, int atLeast) {
            this(symbols, atLeast, allSubsets(distinct(symbols)));
        }

        public SetOf {
            symbols = distinct(symbols);
            subsets = List.copyOf(subsets);
        }

        /** The bit of the symbol, or 0 if it is none of ours. */
        public int bit(String symbol) {
            int position = symbols.indexOf(symbol);
            return position < 0 ? 0 : 1 << position;
        }

        @Override
        public boolean accepts(int raw) {
            return raw >= 0 && raw < subsets.size() && Integer.bitCount(raw) >= atLeast;
        }

        @Override
        public AnswerValue value(int raw) {
            return new AnswerValue.Symbols(subsets.get(raw));
        }

        private static List<List<String>> allSubsets(List<String> symbols) {
            if (symbols.size() > MOST_SYMBOLS) {
                throw new IllegalArgumentException("a set has at most " + MOST_SYMBOLS + " symbols");
            }
            List<List<String>> subsets = new ArrayList<>();
            for (int mask = 0; mask < 1 << symbols.size(); mask++) {
                List<String> subset = new ArrayList<>();
                for (int position = 0; position < symbols.size(); position++) {
                    if ((mask >> position & 1) == 1) {
                        subset.add(symbols.get(position));
                    }
                }
                subsets.add(List.copyOf(subset));
            }
            return subsets;
        }
    }

    private static List<String> distinct(List<String> symbols) {
        if (symbols.isEmpty() || new HashSet<>(symbols).size() < symbols.size()) {
            throw new IllegalArgumentException("symbols must be distinct, and at least one");
        }
        return List.copyOf(symbols);
    }
}
