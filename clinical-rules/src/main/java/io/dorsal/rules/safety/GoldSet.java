package io.dorsal.rules.safety;

import java.util.ArrayList;
import java.util.List;

/** Gold cases and pairs, as they were read. */
public record GoldSet(List<GoldCase> cases, List<CounterfactualPair> pairs) {
    public GoldSet {
        cases = List.copyOf(cases);
        pairs = List.copyOf(pairs);
    }

    /** Both sets in one. */
    public GoldSet and(GoldSet other) {
        List<GoldCase> allCases = new ArrayList<>(cases);
        allCases.addAll(other.cases);
        List<CounterfactualPair> allPairs = new ArrayList<>(pairs);
        allPairs.addAll(other.pairs);
        return new GoldSet(allCases, allPairs);
    }
}
