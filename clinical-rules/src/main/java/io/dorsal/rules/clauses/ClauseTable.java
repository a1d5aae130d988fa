package io.dorsal.rules.clauses;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;

/**
 * Settles the conditions of many rules at once. A value that is looked up rules some of the rules out and meets a clause of
 * others, a bit for each rule; most values do nothing, and cost one look. Rules are numbered as their conditions are given.
 * Immutable.
 */
public final class ClauseTable {
    private final List<Optional<Condition>> rests;
    private final Cells cells;
    private final long[] start;
    private final int words;

    public ClauseTable(Vocabulary vocabulary, List<Condition> conditions, List<ScreenQuestion> screen) {
        Columns columns = new Columns(vocabulary, conditions, screen);
        Normalizing normalizing = new Normalizing(columns, screen);
        List<CompiledCondition> compiled = conditions.stream()
                .map(condition -> CompiledCondition.of(condition, normalizing, columns))
                .toList();
        this.rests = compiled.stream().map(CompiledCondition::rest).toList();
        this.words = (conditions.size() + Long.SIZE - 1) / Long.SIZE;
        List<Slots> slots = compiled.stream().map(CompiledCondition::slots).toList();
        this.cells = Cells.of(slots, columns, words);
        this.start = start(slots);
    }

    /** No rule is ruled out but those that are none; a slot without a clause is met. */
    private long[] start(List<Slots> slots) {
        long[] start = new long[Cells.PARTS * words];
        for (int bit = 0; bit < words * Long.SIZE; bit++) {
            boolean isRule = bit < slots.size();
            for (int part = 0; part < Cells.PARTS; part++) {
                boolean isSet =
                        part == 0 ? !isRule : isRule && slots.get(bit).slots().size() < part;
                if (isSet) {
                    start[part * words + bit / Long.SIZE] |= 1L << bit;
                }
            }
        }
        return start;
    }

    /** What of a rule's condition the table cannot settle; to be evaluated where the rule is among the candidates. */
    public Optional<Condition> rest(int rule) {
        return rests.get(rule);
    }

    /** The rules of which all clauses are met, a bit for each: where nothing is left over, those whose condition is met. */
    public long[] candidates(Facts facts) {
        return words == 1 ? new long[] {candidatesInOneWord(facts)} : candidatesInWords(facts);
    }

    private long candidatesInOneWord(Facts facts) {
        Answers answers = facts.answers();
        long[] values = cells.values();
        long ruledOut = start[0];
        long first = start[1];
        long second = start[2];
        long third = start[3];
        for (int word = 0; word < cells.questionWords(); word++) {
            for (long left = cells.toLookUp(word, answers); left != 0; left &= left - 1) {
                int question = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                int place = cells.place(question, answers.raw(question));
                ruledOut |= values[place];
                first |= values[place + 1];
                second |= values[place + 2];
                third |= values[place + 3];
            }
        }
        for (int other = 0; other < cells.others(); other++) {
            int place = cells.placeInOther(other, facts);
            ruledOut |= values[place];
            first |= values[place + 1];
            second |= values[place + 2];
            third |= values[place + 3];
        }
        return ~ruledOut & first & second & third;
    }

    private long[] candidatesInWords(Facts facts) {
        Answers answers = facts.answers();
        long[] sum = start.clone();
        for (int word = 0; word < cells.questionWords(); word++) {
            for (long left = cells.toLookUp(word, answers); left != 0; left &= left - 1) {
                int question = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                add(cells.place(question, answers.raw(question)), sum);
            }
        }
        for (int other = 0; other < cells.others(); other++) {
            add(cells.placeInOther(other, facts), sum);
        }
        long[] candidates = new long[words];
        for (int word = 0; word < words; word++) {
            candidates[word] = ~sum[word] & sum[words + word] & sum[2 * words + word] & sum[3 * words + word];
        }
        return candidates;
    }

    private void add(int place, long[] sum) {
        long[] values = cells.values();
        for (int i = 0; i < sum.length; i++) {
            sum[i] |= values[place + i];
        }
    }

    /** Prepares for supposing answers in place of those that are not among the facts. */
    public Supposing supposing(Facts facts) {
        return new Supposing(cells, words, start, facts);
    }

    /**
     * Whether one answer in place of another to the question makes no difference to any clause of the rules from one to
     * before another.
     */
    public boolean areAlike(Question question, int raw, int other, int from, int to) {
        return cells.areAlike(cells.place(question.index(), raw), cells.place(question.index(), other), from, to);
    }

    /** Whether a derived number that a clause speaks of is made of the answer. */
    public boolean isPartOfDerived(Question question) {
        return cells.isPartOfDerived(question.index());
    }
}
