package io.dorsal.bench.rules.handwritten;

/** The questions that a rule points at. */
final class Cited {
    private final int[] a;
    private long low;
    private long high;

    Cited(int[] a) {
        this.a = a;
    }

    Cited all(int... questions) {
        for (int question : questions) {
            one(question);
        }
        return this;
    }

    /** Those of them that were answered with yes. */
    Cited yes(int... questions) {
        for (int question : questions) {
            oneIf(a[question] == Terms.YES, question);
        }
        return this;
    }

    /** The one, where it is so. */
    Cited oneIf(boolean met, int question) {
        if (met) {
            one(question);
        }
        return this;
    }

    Cited one(int question) {
        if (question < Long.SIZE) {
            low |= 1L << question;
        } else {
            high |= 1L << question;
        }
        return this;
    }

    int[] answers() {
        return a;
    }

    long low() {
        return low;
    }

    long high() {
        return high;
    }
}
