package io.dorsal.rules.explanation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which choices of which questions make a condition come out as wanted.
 *
 * @param allowed by index of the question a mask of {@link Choices}, never empty
 */
record Requirement(SortedMap<Integer, Long> allowed) {
    private static final long UNCHANGED = 1;

    static final Requirement NONE = new Requirement(new TreeMap<>());

    Requirement {
        allowed = Collections.unmodifiableSortedMap(allowed);
    }

    /** Empty where no choice is left. */
    static Optional<Requirement> of(int question, long mask) {
        return mask == 0 ? Optional.empty() : Optional.of(new Requirement(new TreeMap<>(Map.of(question, mask))));
    }

    /** What both require; empty where they contradict each other. */
    Optional<Requirement> and(Requirement other) {
        SortedMap<Integer, Long> both = new TreeMap<>(allowed);
        for (var one : other.allowed.entrySet()) {
            long mask = both.getOrDefault(one.getKey(), -1L) & one.getValue();
            if (mask == 0) {
                return Optional.empty();
            }
            both.put(one.getKey(), mask);
        }
        return Optional.of(new Requirement(both));
    }

    /** The questions that cannot stay as they are, with what is allowed. */
    SortedMap<Integer, Long> changes() {
        SortedMap<Integer, Long> changes = new TreeMap<>();
        allowed.forEach((question, mask) -> {
            if ((mask & UNCHANGED) == 0) {
                changes.put(question, mask);
            }
        });
        return changes;
    }

    int cost() {
        int cost = 0;
        for (long mask : allowed.values()) {
            cost += (mask & UNCHANGED) == 0 ? 1 : 0;
        }
        return cost;
    }
}
