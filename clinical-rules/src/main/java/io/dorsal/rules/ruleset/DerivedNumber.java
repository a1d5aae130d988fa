package io.dorsal.rules.ruleset;

import io.dorsal.rules.vocabulary.Question;

/** A number made of two answers: {@code from} less the whole times that {@code per} goes into {@code minus}. */
public record DerivedNumber(String name, String means, Question from, Question minus, int per) {
    public DerivedNumber {
        if (per < 1) {
            throw new IllegalArgumentException("per must be at least 1");
        }
    }
}
