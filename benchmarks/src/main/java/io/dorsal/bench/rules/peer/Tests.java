package io.dorsal.bench.rules.peer;

/** What generated expressions call where not every peer reads the same in Java; unanswered is -1. */
public final class Tests {
    static final String NAME = Tests.class.getName();

    private Tests() {}

    /** Whether the answer is one of these, held as bits. */
    public static boolean oneOf(int answer, int accepted) {
        return answer >= 0 && (accepted >>> answer & 1) == 1;
    }

    /** Whether a set was answered that holds one of the symbols. */
    public static boolean any(int answer, int symbols) {
        return answer > 0 && (answer & symbols) != 0;
    }

    /** Whether a set was answered that holds all of the symbols. */
    public static boolean all(int answer, int symbols) {
        return answer >= 0 && (answer & symbols) == symbols;
    }

    /** Whether a number was answered within the bounds. */
    public static boolean between(int answer, int min, int max) {
        return answer >= min && answer <= max;
    }

    /** Whether a number made of two answers is within the bounds. */
    public static boolean derived(int from, int minus, int per, int min, int max) {
        int number = from - minus / per;
        return from >= 0 && minus >= 0 && number >= min && number <= max;
    }

    /** Counts what is met. */
    public static int one(boolean met) {
        return met ? 1 : 0;
    }
}
