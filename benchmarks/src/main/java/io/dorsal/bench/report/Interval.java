package io.dorsal.bench.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The median of several rounds, and between what they lay. Of five rounds, the median of all there could be lies between
 * lowest and highest in 15 of 16 cases, whatever their distribution.
 */
public record Interval(double lowest, double median, double highest) {

    /** Of the numbers, at least one. */
    public static Interval of(List<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Interval(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** Of the ratios round by round: what slows a whole round down cancels out. */
    public static Interval ofRatios(List<Double> numbers, List<Double> baselines) {
        int rounds = Math.min(numbers.size(), baselines.size());
        return of(IntStream.range(0, rounds)
                .mapToObj(round -> numbers.get(round) / baselines.get(round))
                .toList());
    }

    /** All the same. */
    public static Interval exactly(double number) {
        return new Interval(number, number, number);
    }
}
