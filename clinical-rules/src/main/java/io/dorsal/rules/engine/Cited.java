package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.Vocabulary;

/** The questions that decided an outcome, an unanswered one included where that counts. */
final class Cited {
    private final long[] questions;

    Cited(Vocabulary vocabulary) {
        this.questions = new long[Answers.words(vocabulary)];
    }

    void add(int question) {
        Bits.set(questions, question);
    }

    /** Adds those that have a bit in the word at this place. */
    void add(int word, long bits) {
        questions[word] |= bits;
    }

    boolean has(int question) {
        return Bits.isSet(questions, question);
    }

    int count() {
        int count = 0;
        for (long word : questions) {
            count += Long.bitCount(word);
        }
        return count;
    }

    int words() {
        return questions.length;
    }

    long word(int word) {
        return questions[word];
    }
}
