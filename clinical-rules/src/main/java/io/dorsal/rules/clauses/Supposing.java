package io.dorsal.rules.clauses;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.Question;

/**
 * Tells which rules were candidates if one unanswered question were answered, without looking all else up again: it is known
 * what holds already, and what holds even without any one of the columns. Not for use by several threads.
 */
public final class Supposing {
    private final Cells cells;
    private final int words;
    private final long[] once;
    private final long[] twice;
    private final long[] candidates;

    Supposing(Cells cells, int words, long[] start, Facts facts) {
        this.cells = cells;
        this.words = words;
        this.once = start.clone();
        this.twice = start.clone();
        this.candidates = new long[words];
        Answers answers = facts.answers();
        for (int word = 0; word < cells.questionWords(); word++) {
            for (long left = cells.toLookUp(word, answers); left != 0; left &= left - 1) {
                int question = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                add(cells.place(question, answers.raw(question)));
            }
        }
        for (int other = 0; other < cells.others(); other++) {
            add(cells.placeInOther(other, facts));
        }
    }

    private void add(int place) {
        long[] values = cells.values();
        for (int i = 0; i < once.length; i++) {
            long value = values[place + i];
            twice[i] |= once[i] & value;
            once[i] |= value;
        }
    }

    /**
     * The candidates if the question, which is unanswered and no part of a derived number, were answered so. The array is
     * used again.
     */
    public long[] candidates(Question question, int raw) {
        int from = cells.place(question.index(), Answers.UNANSWERED);
        int to = cells.place(question.index(), raw);
        for (int word = 0; word < words; word++) {
            candidates[word] = ~set(word, from, to)
                    & set(words + word, from, to)
                    & set(2 * words + word, from, to)
                    & set(3 * words + word, from, to);
        }
        return candidates;
    }

    private long set(int i, int from, int to) {
        long[] values = cells.values();
        return twice[i] | (once[i] & ~values[from + i]) | values[to + i];
    }
}
