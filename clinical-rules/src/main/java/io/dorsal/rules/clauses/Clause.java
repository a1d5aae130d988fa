package io.dorsal.rules.clauses;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Met where one column is in one of the rows named for it; one without any is never met.
 *
 * @param alternatives rows by column
 */
record Clause(Map<Integer, BitSet> alternatives) {
    static final Clause NEVER = new Clause(Map.of());

    Clause {
        Map<Integer, BitSet> met = new TreeMap<>();
        alternatives.forEach((column, rows) -> {
            if (!rows.isEmpty()) {
                met.put(column, rows);
            }
        });
        alternatives = met;
    }

    /** Met where one of the two is. */
    Clause or(Clause other) {
        Map<Integer, BitSet> either = new TreeMap<>(alternatives);
        other.alternatives.forEach((column, rows) -> either.merge(column, rows, Clause::union));
        return new Clause(either);
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet union = (BitSet) one.clone();
        union.or(other);
        return union;
    }

    boolean hasOneColumn() {
        return alternatives.size() == 1;
    }

    /** The one column. */
    int column() {
        if (!hasOneColumn()) {
            throw new IllegalStateException("has not one column: " + alternatives.keySet());
        }
        return alternatives.keySet().iterator().next();
    }

    BitSet rows(int column) {
        return alternatives.getOrDefault(column, new BitSet());
    }

    /** Whether the other is met wherever this is. */
    boolean implies(Clause other) {
        return alternatives.entrySet().stream().allMatch(alternative -> {
            BitSet left = (BitSet) alternative.getValue().clone();
            left.andNot(other.rows(alternative.getKey()));
            return left.isEmpty();
        });
    }
}
