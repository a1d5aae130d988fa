package io.dorsal.bench.rules;

import static io.dorsal.bench.rules.Contender.DROOLS_POOLED;
import static io.dorsal.bench.rules.Contender.DROOLS_STATELESS;
import static io.dorsal.bench.rules.Contender.ENGINE;
import static io.dorsal.bench.rules.Contender.ENGINE_FINDINGS;
import static io.dorsal.bench.rules.Contender.HAND_WRITTEN;
import static io.dorsal.bench.rules.Contender.HAND_WRITTEN_FINDINGS;

import io.dorsal.bench.report.Interval;
import io.dorsal.bench.report.Row;
import io.dorsal.bench.rules.Rounds.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets what was measured side by side, and against the bars. */
final class RulesRows {
    private static final double BESIDE_HAND_WRITTEN = 1.5;
    private static final double BESIDE_DROOLS = 0.1;

    private final Rounds rounds;
    private final List<Row> rows = new ArrayList<>();

    private RulesRows(Rounds rounds) {
        this.rounds = rounds;
    }

    static List<Row> of(Rounds rounds) {
        RulesRows rows = new RulesRows(rounds);
        rows.bars();
        rows.growth();
        rows.besideFindings();
        rows.allocation();
        rows.sizes();
        return rows.rows;
    }

    private void bars() {
        beside(ENGINE, HAND_WRITTEN, BESIDE_HAND_WRITTEN);
        beside(ENGINE_FINDINGS, HAND_WRITTEN_FINDINGS, BESIDE_HAND_WRITTEN);
        beside(ENGINE_FINDINGS, DROOLS_STATELESS, BESIDE_DROOLS);
        beside(ENGINE_FINDINGS, DROOLS_POOLED, BESIDE_DROOLS);
    }

    private void growth() {
        growth(ENGINE_FINDINGS);
        growth(ENGINE);
    }

    /** Each step may cost as many times more as there are more rules. */
    private void growth(Contender contender) {
        int smallest = Plan.SIZES.getFirst();
        int largest = Plan.SIZES.getLast();
        growth(contender, smallest, largest);
        for (int step = 1; step < Plan.SIZES.size(); step++) {
            growth(contender, Plan.SIZES.get(step - 1), Plan.SIZES.get(step));
        }
    }

    private void growth(Contender contender, int from, int to) {
        time(
                "rules: %s, %d rules beside %d, ns".formatted(contender.title(), to, from),
                new Entry(contender, to),
                new Entry(contender, from),
                (double) to / from);
    }

    private void besideFindings() {
        for (Contender contender : Contender.values()) {
            if (contender != ENGINE) {
                time(
                        "rules: %s beside engine, ns".formatted(contender.title()),
                        active(contender),
                        active(ENGINE),
                        null);
            }
        }
    }

    private void allocation() {
        for (Contender contender : Contender.values()) {
            List<Double> bytes = rounds.bytes(active(contender));
            List<Double> baseline = rounds.bytes(active(HAND_WRITTEN));
            rows.add(new Row(
                    "rules: %s allocates, B".formatted(contender.title()),
                    Interval.of(bytes).median(),
                    Interval.of(baseline).median(),
                    Interval.ofRatios(bytes, baseline),
                    null));
        }
    }

    private void sizes() {
        for (Contender contender : Contender.values()) {
            Entry smallest = new Entry(contender, Plan.SIZES.getFirst());
            for (int size : Plan.SIZES) {
                Entry entry = new Entry(contender, size);
                if (rounds.has(entry)) {
                    time("rules: %s, %d rules, ns".formatted(contender.title(), size), entry, smallest, null);
                }
            }
        }
    }

    private void beside(Contender contender, Contender other, @Nullable Double bar) {
        time(
                "rules: %s, beside %s, ns".formatted(contender.title(), other.title()),
                active(contender),
                active(other),
                bar);
    }

    private void time(String name, Entry entry, Entry baseline, @Nullable Double bar) {
        rows.add(new Row(
                name,
                rounds.time(entry),
                rounds.time(baseline),
                Interval.ofRatios(rounds.times(entry), rounds.times(baseline)),
                bar));
    }

    private static Entry active(Contender contender) {
        return new Entry(contender, Workload.ACTIVE);
    }
}
