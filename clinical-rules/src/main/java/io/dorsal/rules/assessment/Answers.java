package io.dorsal.rules.assessment;

import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.AnswerValue;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one assessment: immutable, one number a question (see {@link AnswerType}). A question that was not
 * answered holds {@link #UNANSWERED}, which is never a "no".
 */
public final class Answers {
    /** Stands in place of a number where a question was not answered. */
    public static final int UNANSWERED = -1;

    private final Vocabulary vocabulary;
    private final int[] raw;
    private final long[] answered;
    private final long[] positive;

    private Answers(Vocabulary vocabulary, int[] raw, long[] answered, long[] positive) {
        this.vocabulary = vocabulary;
        this.raw = raw;
        this.answered = answered;
        this.positive = positive;
    }

    private static Answers of(Vocabulary vocabulary, int[] raw) {
        int words = words(vocabulary);
        Answers answers = new Answers(vocabulary, raw, new long[words], new long[words]);
        for (int index = 0; index < raw.length; index++) {
            answers.note(index, raw[index]);
        }
        return answers;
    }

    private void note(int index, int number) {
        int word = index / Long.SIZE;
        long bit = 1L << index;
        answered[word] = number == UNANSWERED ? answered[word] & ~bit : answered[word] | bit;
        positive[word] = number > 0 ? positive[word] | bit : positive[word] & ~bit;
    }

    /** How many longs hold a bit for each question. */
    public static int words(Vocabulary vocabulary) {
        return (vocabulary.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /** Starts with nothing answered. */
    public static Builder builder(Vocabulary vocabulary) {
        int[] raw = new int[vocabulary.size()];
        Arrays.fill(raw, UNANSWERED);
        return new Builder(vocabulary, raw);
    }

    /** Starts with these answers. */
    public Builder toBuilder() {
        return new Builder(vocabulary, raw.clone());
    }

    /** The vocabulary that gives the numbers their meaning. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The number held for the question with this index, or {@link #UNANSWERED}. */
    public int raw(int index) {
        return raw[index];
    }

    /** Which questions were answered, a bit for each, by index. */
    public long answered(int word) {
        return answered[word];
    }

    /** Which questions were answered otherwise than by the number 0, so otherwise than by "no", a bit for each, by index. */
    public long positive(int word) {
        return positive[word];
    }

    /** These answers, and this one in place of the question's. */
    public Answers with(Question question, int number) {
        if (!question.type().accepts(number)) {
            throw new IllegalArgumentException("not an answer to " + question.path());
        }
        Answers others = new Answers(vocabulary, raw.clone(), answered.clone(), positive.clone());
        others.raw[question.index()] = number;
        others.note(question.index(), number);
        return others;
    }

    /** Whether the question was answered. */
    public boolean isAnswered(Question question) {
        return raw[question.index()] != UNANSWERED;
    }

    /** The answer, whatever its type. */
    public Optional<AnswerValue> value(Question question) {
        int number = raw[question.index()];
        return number == UNANSWERED
                ? Optional.empty()
                : Optional.of(question.type().value(number));
    }

    /** The answer to a yes-or-no question; null: not answered. */
    public @Nullable Boolean flag(Question question) {
        int number = raw[question.index()];
        return number == UNANSWERED ? null : (Boolean) (number == 1);
    }

    /** The answer that is a whole number; null: not answered. */
    public @Nullable Integer number(Question question) {
        int number = raw[question.index()];
        return number == UNANSWERED ? null : (Integer) number;
    }

    /** The one symbol that was chosen; null: not answered. */
    public @Nullable String symbol(Question question) {
        int number = raw[question.index()];
        return number == UNANSWERED ? null : oneOf(question).symbols().get(number);
    }

    /** The symbols that were chosen, in the order of the vocabulary; null: not answered. */
    public @Nullable List<String> symbols(Question question) {
        int number = raw[question.index()];
        return number == UNANSWERED ? null : setOf(question).subsets().get(number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answers that && vocabulary == that.vocabulary && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    /** How many questions are answered, and nothing else: answers don't belong into logs. */
    @Override
    public String toString() {
        long answered =
                Arrays.stream(raw).filter(number -> number != UNANSWERED).count();
        return "Answers[" + answered + " of " + raw.length + "]";
    }

    private static AnswerType.OneOf oneOf(Question question) {
        if (question.type() instanceof AnswerType.OneOf oneOf) {
            return oneOf;
        }
        throw mistyped(question);
    }

    private static AnswerType.SetOf setOf(Question question) {
        if (question.type() instanceof AnswerType.SetOf setOf) {
            return setOf;
        }
        throw mistyped(question);
    }

    private static IllegalArgumentException mistyped(Question question) {
        return new IllegalArgumentException("not the type of " + question.path());
    }

    /** Collects answers; each is checked against its question as it comes. Not for use by several threads. */
    public static final class Builder {
        private final Vocabulary vocabulary;
        private final int[] raw;

        private Builder(Vocabulary vocabulary, int[] raw) {
            this.vocabulary = vocabulary;
            this.raw = raw;
        }

        /** Answers a yes-or-no question. */
        public Builder setFlag(Question question, boolean value) {
            if (!(question.type() instanceof AnswerType.YesNo)) {
                throw mistyped(question);
            }
            return setRaw(question, value ? 1 : 0);
        }

        /** Answers with a whole number. */
        public Builder setNumber(Question question, int value) {
            if (!(question.type() instanceof AnswerType.WholeNumber)) {
                throw mistyped(question);
            }
            return setRaw(question, value);
        }

        /** Answers with one symbol. */
        public Builder setSymbol(Question question, String symbol) {
            return setRaw(question, oneOf(question).ordinal(symbol));
        }

        /** Answers with a set of symbols; duplicates merge, an empty set is an answer. */
        public Builder setSymbols(Question question, Collection<String> symbols) {
            AnswerType.SetOf type = setOf(question);
            int mask = 0;
            for (String symbol : symbols) {
                int bit = type.bit(symbol);
                if (bit == 0) {
                    throw new IllegalArgumentException("not an answer to " + question.path());
                }
                mask |= bit;
            }
            return setRaw(question, mask);
        }

        /** Answers with the number as {@link Answers#raw} holds it. */
        public Builder setRaw(Question question, int number) {
            if (!question.type().accepts(number)) {
                throw new IllegalArgumentException("not an answer to " + question.path());
            }
            raw[question.index()] = number;
            return this;
        }

        /** Takes an answer back. */
        public Builder clear(Question question) {
            raw[question.index()] = UNANSWERED;
            return this;
        }

        /** Whether the question has an answer by now. */
        public boolean isAnswered(Question question) {
            return raw[question.index()] != UNANSWERED;
        }

        /**
         * The answers so far; the builder may go on.
         *
         * @throws IllegalStateException if a required question is not answered
         */
        public Answers build() {
            for (Question question : vocabulary.questions()) {
                if (question.required() && raw[question.index()] == UNANSWERED) {
                    throw new IllegalStateException("required but not answered: " + question.path());
                }
            }
            return of(vocabulary, raw.clone());
        }
    }
}
