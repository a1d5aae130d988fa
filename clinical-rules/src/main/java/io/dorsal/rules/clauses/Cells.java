package io.dorsal.rules.clauses;

import io.dorsal.rules.assessment.Answers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each row of each column that is used says of the rules: one part with the rules that are ruled out, then one for
 * each slot with the rules whose clause there is met. Equal cells are held once.
 */
final class Cells {
    /** A cell has a part for what is ruled out, and one for each slot. */
    static final int PARTS = 1 + Slots.COUNT;

    /** The cell that says nothing. */
    static final int NOTHING = 0;

    private final int[] placeOfZero;
    private final int[] highest;
    private final List<Column> others;
    private final int[] firstRowOfOther;
    private final int[] places;
    private final long[] values;
    private final int words;
    private final long[] whereUnanswered;
    private final long[] whereZero;
    private final long[] wherePositive;
    private final BitSet partsOfDerived = new BitSet();

    private Cells(List<Column> columns, int[] firstRow, int[] places, long[] values, int words) {
        List<Column> answers = columns.stream().filter(Cells::isAnswer).toList();
        this.placeOfZero = new int[answers.size()];
        this.highest = new int[answers.size()];
        this.places = places;
        this.values = values;
        this.words = words;
        int questionWords = (answers.size() + Long.SIZE - 1) / Long.SIZE;
        this.whereUnanswered = new long[questionWords];
        this.whereZero = new long[questionWords];
        this.wherePositive = new long[questionWords];
        for (int question = 0; question < answers.size(); question++) {
            placeOfZero[question] = firstRow[question] + 1;
            highest[question] = answers.get(question).highest();
            long bit = 1L << question;
            int word = question / Long.SIZE;
            whereUnanswered[word] |= place(question, Answers.UNANSWERED) == NOTHING ? 0 : bit;
            whereZero[word] |= place(question, 0) == NOTHING ? 0 : bit;
            wherePositive[word] |= saysSomethingOfPositive(question) ? bit : 0;
        }
        this.others = List.copyOf(columns.subList(answers.size(), columns.size()));
        this.firstRowOfOther = Arrays.copyOfRange(firstRow, answers.size(), firstRow.length);
        for (Column other : others) {
            if (other.source() instanceof Column.OfDerived(var number)) {
                partsOfDerived.set(number.from().index());
                partsOfDerived.set(number.minus().index());
            }
        }
    }

    private boolean saysSomethingOfPositive(int question) {
        return IntStream.rangeClosed(1, Math.max(1, highest[question]))
                .anyMatch(raw -> place(question, raw) != NOTHING);
    }

    private static boolean isAnswer(Column column) {
        return column.source() instanceof Column.OfAnswer;
    }

    static Cells of(List<Slots> rules, Columns columns, int words) {
        Sheet sheet = new Sheet(columns.all(), words);
        for (int rule = 0; rule < rules.size(); rule++) {
            sheet.add(rule, rules.get(rule));
        }
        List<Column> kept = new ArrayList<>();
        List<Integer> firstRow = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Pool pool = new Pool(PARTS * words);
        for (int index = 0; index < columns.all().size(); index++) {
            Column column = columns.all().get(index);
            long[] @Nullable [] cells = sheet.cells(index);
            if (cells != null) {
                kept.add(column);
                firstRow.add(places.size());
                for (long[] cell : cells) {
                    places.add(pool.place(cell));
                }
            } else if (isAnswer(column)) {
                kept.add(new Column(column.source(), 0, 0));
                firstRow.add(places.size());
                places.addAll(List.of(NOTHING, NOTHING));
            }
        }
        return new Cells(kept, toArray(firstRow), toArray(places), pool.values(), words);
    }

    private static int[] toArray(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many longs hold a bit for each question. */
    int questionWords() {
        return wherePositive.length;
    }

    /** The questions whose answers, or the lack of them, choose a cell that says something, a bit for each. */
    long toLookUp(int word, Answers answers) {
        long answered = answers.answered(word);
        long positive = answers.positive(word);
        return (positive & wherePositive[word])
                | (answered & ~positive & whereZero[word])
                | (~answered & whereUnanswered[word]);
    }

    /** Where the cell of the answer begins, {@link Answers#UNANSWERED} included. */
    int place(int question, int raw) {
        return places[placeOfZero[question] + Math.min(raw, highest[question])];
    }

    /** How many columns there are that are no questions. */
    int others() {
        return firstRowOfOther.length;
    }

    /** Where the cell of a column begins that is no question. */
    int placeInOther(int other, Facts facts) {
        return places[firstRowOfOther[other] + others.get(other).row(facts)];
    }

    boolean isPartOfDerived(int question) {
        return partsOfDerived.get(question);
    }

    /** Whether the cells that begin there say the same of the rules from one to before another. */
    boolean areAlike(int cell, int other, int from, int to) {
        for (int i = 0; i < PARTS * words; i++) {
            for (long left = values[cell + i] ^ values[other + i]; left != 0; left &= left - 1) {
                int rule = i % words * Long.SIZE + Long.numberOfTrailingZeros(left);
                if (rule >= from && rule < to) {
                    return false;
                }
            }
        }
        return true;
    }

    long[] values() {
        return values;
    }
}
