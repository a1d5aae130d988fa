package io.dorsal.referral.sites;

import static io.dorsal.referral.sites.SomeSites.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Queue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningsTest {

    @Test
    void hoursAreThoseOfTheSitesOwnClockFromNowOn() {
        Openings openings = Openings.of(SomeSites.inOfficeHours("a", 10), NOW);

        assertThat(openings.until(NOW.plus(Duration.ofHours(24)))).isEqualTo(Duration.ofHours(10));
        assertThat(openings.until(NOW.plus(Duration.ofDays(7)))).isEqualTo(Duration.ofHours(50));
        assertThat(openings.until(NOW)).isZero();
    }

    @Test
    void aClosureTakesItsFirstAndItsLastDay() {
        LocalDate monday = LocalDate.of(2026, 3, 2);
        Openings openings = Openings.of(SomeSites.inOfficeHours("a", 10, new Closure(monday, monday.plusDays(1))), NOW);

        assertThat(openings.until(NOW.plus(Duration.ofDays(5)))).isEqualTo(Duration.ofHours(30));
        assertThat(openings.isOpenBy(NOW.plus(Duration.ofHours(24)))).isFalse();
    }

    @Test
    void aDayThatLosesAnHourIsOpenForAnHourLess() {
        Site dayAndNight = new Site(
                "a",
                "a",
                SomeSites.ZURICH,
                Map.of(DayOfWeek.SUNDAY, List.of(new Span(0, 24 * 60))),
                Map.of(Queue.ONCOLOGY, 1),
                List.of());
        Instant beginOfSummerTime = Instant.parse("2026-03-28T23:00:00Z");

        assertThat(Openings.of(dayAndNight, beginOfSummerTime).until(beginOfSummerTime.plus(Duration.ofDays(2))))
                .isEqualTo(Duration.ofHours(23));
    }
}
