package io.dorsal.referral.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How good a forecast is: what it says of simulated queues, beside what became of them. */
class BacktestTest {

    private static final int QUEUES = 40;
    private static final Duration LEARNT_FROM = Duration.ofDays(56);

    @Test
    void mostBreachesAreForeseenAndMostOfWhatIsForeseenComesTrue() {
        Score score = scoreOf(BacktestTest::foreseen);

        assertThat(score.recall()).isGreaterThan(0.9);
        assertThat(score.precision()).isGreaterThan(0.9);
    }

    @Test
    void itIsBetterThanGoingByHowSoonTheyAreDue() {
        Score byDueTime = scoreOf(queue -> queue.inOrder().stream()
                .filter(waiting -> Objects.requireNonNull(waiting.dueAt())
                        .isBefore(queue.now().plus(14, ChronoUnit.DAYS)))
                .collect(Collectors.toSet()));

        assertThat(scoreOf(BacktestTest::foreseen).f1()).isGreaterThan(byDueTime.f1() + 0.1);
    }

    private static Set<Waiting> foreseen(SimulatedQueue queue) {
        Map<Urgency, WeeklyRates> coming = Arrays.stream(Urgency.values())
                .collect(Collectors.toMap(Function.identity(), urgency -> rates(queue.came(urgency), queue.now())));
        return Forecast.of(queue.inOrder(), new Flow(rates(queue.left(), queue.now()), coming), queue.now()).stream()
                .filter(Expected::isBreach)
                .map(Expected::referral)
                .collect(Collectors.toSet());
    }

    private static WeeklyRates rates(List<Instant> times, Instant now) {
        Instant from = now.minus(LEARNT_FROM);
        Map<HourOfWeek, Long> counts = times.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(now))
                .collect(Collectors.groupingBy(at -> HourOfWeek.of(at, ZoneOffset.UTC), Collectors.counting()));
        return new WeeklyRates(counts, from, now, ZoneOffset.UTC);
    }

    /** Over queues with fewer and more who wait, at odd times of the week. */
    private static Score scoreOf(Function<SimulatedQueue, Set<Waiting>> forecast) {
        return IntStream.range(0, QUEUES)
                .mapToObj(index -> scoreOf(forecast, index))
                .reduce(new Score(0, 0, 0), Score::plus);
    }

    private static Score scoreOf(Function<SimulatedQueue, Set<Waiting>> forecast, int index) {
        SimulatedQueue queue = new SimulatedQueue(index, 400 + 15 * index);
        queue.goOnFor(LEARNT_FROM.plusHours(7L * index));
        List<Waiting> waiting = queue.inOrder();
        Set<Waiting> foreseen = forecast.apply(queue);
        queue.goOnFor(Duration.ofDays(100));
        return waiting.stream()
                .map(one -> Score.of(foreseen.contains(one), queue.isBreached(one)))
                .reduce(new Score(0, 0, 0), Score::plus);
    }

    private record Score(int foreseen, int missed, int falseAlarms) {

        static Score of(boolean foreseen, boolean breached) {
            return new Score(
                    foreseen && breached ? 1 : 0, !foreseen && breached ? 1 : 0, foreseen && !breached ? 1 : 0);
        }

        Score plus(Score other) {
            return new Score(foreseen + other.foreseen, missed + other.missed, falseAlarms + other.falseAlarms);
        }

        double recall() {
            return (double) foreseen / (foreseen + missed);
        }

        double precision() {
            return (double) foreseen / (foreseen + falseAlarms);
        }

        double f1() {
            return 2 * recall() * precision() / (recall() + precision());
        }
    }
}
