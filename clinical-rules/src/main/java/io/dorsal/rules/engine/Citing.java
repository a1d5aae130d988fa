package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import java.util.BitSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Cites what made a condition hold that is known to. It cites what the condition's check would, but most of it for many
 * questions at once.
 *
 * @param surely questions that are cited in any case, a bit for each
 * @param whenPositive questions that are cited where the answer is positive
 * @param whenZero questions that are cited where the answer is the first one: "no" or "none"
 * @param whenUnanswered questions that are cited where there is no answer
 * @param ranges questions that are cited where the answer lies between two numbers
 * @param held checks that hold
 * @param doubtful checks that may hold
 */
record Citing(
        long[] surely,
        long[] whenPositive,
        long[] whenZero,
        long[] whenUnanswered,
        Range[] ranges,
        Check[] held,
        Check[] doubtful) {

    /** Both included. */
    record Range(int question, int from, int to) {}

    /** Leaves it to the check. */
    static Citing by(Check check) {
        long[] none = new long[0];
        return new Citing(none, none, none, none, new Range[0], new Check[] {check}, new Check[0]);
    }

    /** The one question that is cited always, and no other; -1 where it is not so. */
    int soleQuestion() {
        BitSet always = BitSet.valueOf(surely);
        boolean others = Stream.of(whenPositive, whenZero, whenUnanswered).anyMatch(Citing::isAny)
                || ranges.length + held.length + doubtful.length > 0;
        return !others && always.cardinality() == 1 ? always.nextSetBit(0) : -1;
    }

    private static boolean isAny(long[] questions) {
        return LongStream.of(questions).anyMatch(word -> word != 0);
    }

    void cite(Evaluation evaluation, Cited cited) {
        Answers answers = evaluation.answers();
        for (int word = 0; word < surely.length; word++) {
            long answered = answers.answered(word);
            long positive = answers.positive(word);
            cited.add(
                    word,
                    surely[word]
                            | (whenPositive[word] & positive)
                            | (whenZero[word] & answered & ~positive)
                            | (whenUnanswered[word] & ~answered));
        }
        for (Range range : ranges) {
            int raw = answers.raw(range.question());
            if (raw >= range.from() && raw <= range.to()) {
                cited.add(range.question());
            }
        }
        for (Check check : held) {
            check.cite(evaluation, true, cited);
        }
        for (Check check : doubtful) {
            if (check.holds(evaluation)) {
                check.cite(evaluation, true, cited);
            }
        }
    }
}
