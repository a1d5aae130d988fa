package io.dorsal.bench.rules;

import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.vocabulary.Question;
import java.util.List;

/** A condition in the few words that every peer knows: names, rules asked for and the screen are written out. */
public sealed interface Logic {

    /** Answered with one of these, held as a bit for each raw number. */
    record OneOf(Question question, int accepted) implements Logic {}

    /** A set was answered that holds one of the symbols. */
    record AnySymbol(Question question, int symbols) implements Logic {}

    /** A set was answered that holds all of the symbols. */
    record AllSymbols(Question question, int symbols) implements Logic {}

    /** A number was answered within the bounds, both included. */
    record Between(Question question, int min, int max) implements Logic {}

    /** Both answers are given, and the number made of them is within the bounds. */
    record Derived(DerivedNumber number, int min, int max) implements Logic {}

    /** Not answered. */
    record Unanswered(Question question) implements Logic {}

    /** The patient was assessed at least so often before; a count that nobody knows is -1. */
    record EarlierAssessments(int atLeast) implements Logic {}

    /** Met where all are, so by everything where there are none. */
    record All(List<Logic> parts) implements Logic {}

    /** Met where one is. */
    record Any(List<Logic> parts) implements Logic {}

    /** Met where at least so many are. */
    record AtLeast(int count, List<Logic> parts) implements Logic {}

    /** Met where the other is not. */
    record Not(Logic negated) implements Logic {}
}
