package io.dorsal.rules.clauses;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the clauses of one rule stand in a table. A clause of one column can rule the rule out by itself; one of several
 * columns needs a slot, in which the columns are gathered, and of those there are few.
 *
 * @param ruledIn by column the rows of which the rule needs one, or it is ruled out
 * @param slots clauses of which each is met by any of its columns
 * @param complete whether there was room for all
 */
record Slots(Map<Integer, BitSet> ruledIn, List<Clause> slots, boolean complete) {
    static final int COUNT = 3;

    static Slots of(List<Clause> clauses, Columns columns) {
        Map<Integer, BitSet> ruledIn = new TreeMap<>();
        List<Clause> several = new ArrayList<>();
        for (Clause clause : clauses) {
            if (clause.hasOneColumn()) {
                ruledIn.merge(clause.column(), clause.rows(clause.column()), Slots::intersection);
            } else {
                several.add(clause);
            }
        }
        several.sort(Comparator.comparingDouble(columns::share));
        List<Clause> slots = new ArrayList<>(several.subList(0, Math.min(COUNT, several.size())));
        moveRare(ruledIn, slots, columns);
        return new Slots(ruledIn, slots, several.size() <= COUNT);
    }

    private static BitSet intersection(BitSet one, BitSet other) {
        BitSet intersection = (BitSet) one.clone();
        intersection.and(other);
        return intersection;
    }

    /** In a slot, an answer that most give need not be looked at for what only few give. */
    private static void moveRare(Map<Integer, BitSet> ruledIn, List<Clause> slots, Columns columns) {
        List<Clause> rare = ruledIn.entrySet().stream()
                .map(one -> new Clause(Map.of(one.getKey(), one.getValue())))
                .filter(clause -> clause.hasOneColumn() && isRare(clause.rows(clause.column())))
                .sorted(Comparator.comparingDouble(columns::share))
                .limit(COUNT - slots.size())
                .toList();
        rare.forEach(clause -> {
            slots.add(clause);
            ruledIn.remove(clause.column());
        });
    }

    /** Neither unanswered, nor the first answer, which is "no" or "none" to most questions. */
    private static boolean isRare(BitSet rows) {
        return !rows.get(0) && !rows.get(1);
    }
}
