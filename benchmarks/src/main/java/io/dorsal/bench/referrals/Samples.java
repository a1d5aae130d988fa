package io.dorsal.bench.referrals;

import io.dorsal.bench.report.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a task took, in the median, in nanoseconds.
 *
 * @param few where there are few referrals
 * @param many where there are many
 */
record Samples(double few, double many) {

    /** Does it so often at both, each time beginning with the other. */
    static Samples byTurns(Task task, Desk small, Desk large, int times) {
        List<Double> few = new ArrayList<>();
        List<Double> many = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            if (time % 2 == 0) {
                few.add(task.take(small, time));
                many.add(task.take(large, time));
            } else {
                many.add(task.take(large, time));
                few.add(task.take(small, time));
            }
        }
        return new Samples(Interval.of(few).median(), Interval.of(many).median());
    }
}
