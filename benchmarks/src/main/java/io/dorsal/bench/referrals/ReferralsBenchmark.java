package io.dorsal.bench.referrals;

import io.dorsal.bench.Effort;
import io.dorsal.bench.Subject;
import io.dorsal.bench.report.Interval;
import io.dorsal.bench.report.Machine;
import io.dorsal.bench.report.Report;
import io.dorsal.bench.report.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reading and changing referrals, of which there are many, beside the same where there are few: the code of the service over
 * two databases of one server, by turns.
 */
public final class ReferralsBenchmark implements Subject {

    private static final double BAR = 2;
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int MANY_QUICKLY = 100_000;
    private static final int TIMES_A_ROUND = 60;
    private static final int ROUNDS_OF_WARM_UP = 2;
    private static final double NANOSECONDS_OF_A_MICROSECOND = 1_000;

    @Override
    public String name() {
        return "referrals";
    }

    @Override
    public Report measure(Effort effort, Consumer<String> progress) {
        return measure(FEW, effort.everything() ? MANY : MANY_QUICKLY, effort.rounds(), TIMES_A_ROUND, progress);
    }

    static Report measure(int few, int many, int rounds, int times, Consumer<String> progress) {
        try (Server server = Server.start()) {
            progress.accept(String.format(Locale.ROOT, "building %,d and %,d referrals", few, many));
            try (Desk small = Desk.over(server.filled(few));
                    Desk large = Desk.over(server.filled(many))) {
                return new Report(Machine.description(), rows(small, large, rounds, times, progress));
            }
        }
    }

    private static List<Row> rows(Desk small, Desk large, int rounds, int times, Consumer<String> progress) {
        Map<Task, List<Double>> ofFew = new EnumMap<>(Task.class);
        Map<Task, List<Double>> ofMany = new EnumMap<>(Task.class);
        for (int round = -ROUNDS_OF_WARM_UP; round < rounds; round++) {
            progress.accept(round < 0 ? "warming up" : "round %d of %d".formatted(round + 1, rounds));
            for (Task task : Task.values()) {
                Samples samples = Samples.byTurns(task, small, large, times);
                if (round >= 0) {
                    add(ofFew, task, samples.few());
                    add(ofMany, task, samples.many());
                }
            }
        }
        return ofMany.keySet().stream()
                .map(task -> row(
                        String.format(
                                Locale.ROOT,
                                "referrals: %s, %,d beside %,d, µs",
                                task.title(),
                                large.size(),
                                small.size()),
                        times(ofMany, task),
                        times(ofFew, task)))
                .toList();
    }

    private static void add(Map<Task, List<Double>> medians, Task task, double median) {
        medians.computeIfAbsent(task, _ -> new ArrayList<>()).add(median / NANOSECONDS_OF_A_MICROSECOND);
    }

    private static List<Double> times(Map<Task, List<Double>> medians, Task task) {
        return Objects.requireNonNull(medians.get(task));
    }

    private static Row row(String name, List<Double> many, List<Double> few) {
        return new Row(name, Interval.of(many).median(), Interval.of(few).median(), Interval.ofRatios(many, few), BAR);
    }
}
