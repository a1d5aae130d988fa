package io.dorsal.bench.rules;

import io.dorsal.bench.rules.Rulebook.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects by rank the rules that fire in one decision after the other. Not for use by several threads. */
public final class Fired {
    private final List<Entry> rules;
    private final long[] ranks;

    public Fired(List<Entry> rules) {
        this.rules = rules;
        this.ranks = new long[(rules.size() + Long.SIZE - 1) / Long.SIZE];
    }

    /** Forgets the decision before. */
    public void clear() {
        Arrays.fill(ranks, 0);
    }

    /** The rule of this rank fired. */
    public void add(int rank) {
        ranks[rank / Long.SIZE] |= 1L << rank;
    }

    /** Whether nothing fired. */
    public boolean isEmpty() {
        for (long word : ranks) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** The verdict by all rules that fired, at least one. */
    public Verdict all() {
        List<String> ids = new ArrayList<>();
        for (int word = 0; word < ranks.length; word++) {
            for (long left = ranks[word]; left != 0; left &= left - 1) {
                ids.add(rules.get(word * Long.SIZE + Long.numberOfTrailingZeros(left))
                        .id());
            }
        }
        return new Verdict(rules.get(firstRank()).urgency(), ids);
    }

    /** The verdict by the first rule that fired alone. */
    public Verdict first() {
        Entry rule = rules.get(firstRank());
        return new Verdict(rule.urgency(), List.of(rule.id()));
    }

    private int firstRank() {
        int word = 0;
        while (ranks[word] == 0) {
            word++;
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(ranks[word]);
    }
}
