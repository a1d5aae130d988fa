package io.dorsal.bench.rules;

import io.dorsal.bench.report.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What was measured, round by round. */
final class Rounds {
    private final Map<Entry, List<Measured>> measured = new LinkedHashMap<>();

    /** A contender and how many rules it had. */
    record Entry(Contender contender, int rules) {}

    void add(Entry entry, Measured one) {
        measured.computeIfAbsent(entry, _ -> new ArrayList<>()).add(one);
    }

    boolean has(Entry entry) {
        return measured.containsKey(entry);
    }

    List<Double> times(Entry entry) {
        return each(entry, Measured::nanoseconds);
    }

    List<Double> bytes(Entry entry) {
        return each(entry, Measured::bytes);
    }

    double time(Entry entry) {
        return Interval.of(times(entry)).median();
    }

    private List<Double> each(Entry entry, ToDoubleFunction<Measured> number) {
        return Objects.requireNonNull(measured.get(entry), entry.toString()).stream()
                .map(number::applyAsDouble)
                .toList();
    }
}
