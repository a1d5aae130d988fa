package io.dorsal.referral.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.rules.decision.Urgency;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastTest {

    /** A Monday, at noon. */
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final Instant FROM = NOW.minus(56, ChronoUnit.DAYS);

    @Test
    void whoIsAtTheFifthPlaceLeavesWhenFiveHaveLeft() {
        List<Expected> expected = Forecast.of(waiting(5), flow(anHour(2)), NOW);

        assertThat(expected.getFirst().at()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(expected.getLast().at()).isEqualTo(NOW.plus(Duration.ofMinutes(150)));
    }

    @Test
    void nobodyLeavesInHoursInWhichNobodyEverLeft() {
        Instant tuesdayAtNine = Instant.parse("2026-03-03T09:00:00Z");
        WeeklyRates rates = rates(8, tuesdayAtNine, ZoneOffset.UTC);

        List<Expected> expected = Forecast.of(waiting(2), flow(rates), NOW);

        assertThat(expected.getFirst().at()).isEqualTo(tuesdayAtNine.plus(1, ChronoUnit.HOURS));
        assertThat(expected.getLast().at())
                .isEqualTo(tuesdayAtNine.plus(7, ChronoUnit.DAYS).plus(1, ChronoUnit.HOURS));
    }

    @Test
    void aQueueThatStandsStillIsPastDueWhereThereIsATarget() {
        WeeklyRates none = new WeeklyRates(Map.of(), FROM, NOW, ZoneOffset.UTC);

        assertThat(Forecast.of(List.of(due(NOW.plusSeconds(1)), due(null)), flow(none), NOW))
                .extracting(Expected::isBreach)
                .containsExactly(true, false);
    }

    @Test
    void anAppointmentSaysWhenItIs() {
        Instant due = NOW.plus(7, ChronoUnit.DAYS);
        Waiting inTime = new Waiting(id(), Urgency.SOON, due, due.minusSeconds(1));
        Waiting late = new Waiting(id(), Urgency.SOON, due, due.plusSeconds(1));

        assertThat(Forecast.of(List.of(late, inTime), flow(anHour(2)), NOW))
                .extracting(Expected::isBreach)
                .containsExactly(true, false);
    }

    @Test
    void theHoursAreThoseOfTheLocalWeekAlsoWhenItsClocksAreSet() {
        WeeklyRates rates = rates(8, Instant.parse("2026-03-27T08:00:00Z"), ZoneId.of("Europe/Berlin"));

        Expected expected = Forecast.of(waiting(1), flow(rates), Instant.parse("2026-03-30T00:00:00Z"))
                .getFirst();

        assertThat(expected.at()).as("nine to ten is an hour earlier in summer").isEqualTo("2026-04-03T08:00:00Z");
    }

    @Test
    void whoeverIsMoreUrgentOvertakes() {
        Flow flow = new Flow(anHour(3), Map.of(Urgency.URGENT, anHour(2), Urgency.ROUTINE, anHour(5)));

        assertThat(Forecast.of(waiting(2), flow, NOW))
                .extracting(Expected::at)
                .containsExactly(NOW.plus(Duration.ofHours(1)), NOW.plus(Duration.ofHours(2)));
    }

    private static Flow flow(WeeklyRates leaving) {
        return new Flow(leaving, Map.of());
    }

    private static WeeklyRates anHour(long times) {
        Map<HourOfWeek, Long> counts = Arrays.stream(DayOfWeek.values())
                .flatMap(day -> IntStream.range(0, 24).mapToObj(hour -> new HourOfWeek(day, hour)))
                .collect(Collectors.toMap(Function.identity(), hour -> 8 * times));
        return new WeeklyRates(counts, FROM, NOW, ZoneOffset.UTC);
    }

    /** So many times in eight weeks, always in that one hour. */
    private static WeeklyRates rates(long times, Instant hour, ZoneId zone) {
        return new WeeklyRates(Map.of(HourOfWeek.of(hour, zone), times), FROM, NOW, zone);
    }

    private static List<Waiting> waiting(int count) {
        return IntStream.range(0, count).mapToObj(index -> due(null)).toList();
    }

    private static Waiting due(@Nullable Instant dueAt) {
        return new Waiting(id(), Urgency.SOON, dueAt, null);
    }

    private static ReferralId id() {
        return new ReferralId(UUID.randomUUID());
    }
}
