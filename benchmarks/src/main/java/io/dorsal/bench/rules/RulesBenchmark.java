package io.dorsal.bench.rules;

import io.dorsal.bench.Effort;
import io.dorsal.bench.Subject;
import io.dorsal.bench.report.Machine;
import io.dorsal.bench.report.Report;
import io.dorsal.bench.rules.Rounds.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Deciding by rules. First all must agree on every assessment; then each is measured in every round, in a JVM of its own,
 * beginning with another each time.
 */
public final class RulesBenchmark implements Subject {
    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Report measure(Effort effort, Consumer<String> progress) {
        Plan plan = Plan.of(effort);
        plan.all().forEach(entry -> requireAgreement(entry, progress));
        Rounds rounds = new Rounds();
        List<Entry> entries = new ArrayList<>(plan.inRounds());
        for (int round = 0; round < effort.rounds(); round++) {
            progress.accept("round %d of %d".formatted(round + 1, effort.rounds()));
            Collections.rotate(entries, 1);
            measure(entries, effort, rounds, progress);
        }
        progress.accept("once");
        measure(plan.once(), effort, rounds, progress);
        return new Report(Machine.description(), RulesRows.of(rounds));
    }

    private static void requireAgreement(Entry entry, Consumer<String> progress) {
        Agreement.require(Workload.of(entry.rules()), entry.contender());
        progress.accept("agrees: " + name(entry));
    }

    private static void measure(List<Entry> entries, Effort effort, Rounds rounds, Consumer<String> progress) {
        for (Entry entry : entries) {
            Measured measured = Fork.measure(entry.contender(), entry.rules(), effort);
            rounds.add(entry, measured);
            progress.accept(String.format(
                    Locale.ROOT,
                    "  %-45s %,12.0f ns %,12.0f B",
                    name(entry),
                    measured.nanoseconds(),
                    measured.bytes()));
        }
    }

    private static String name(Entry entry) {
        return entry.rules() == Workload.ACTIVE
                ? entry.contender().title()
                : entry.contender().title() + ", " + entry.rules() + " rules";
    }
}
