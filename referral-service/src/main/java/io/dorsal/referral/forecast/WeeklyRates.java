package io.dorsal.referral.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** How often something happens in each hour of the week, on average. */
public final class WeeklyRates {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<HourOfWeek, Double> perHour = new HashMap<>();
    private final ZoneId zone;

    /**
     * The rates of a time that has passed.
     *
     * @param counts how often it happened in each hour of the week, within that time
     * @param until excluded
     * @param zone whose week it is
     */
    public WeeklyRates(Map<HourOfWeek, Long> counts, Instant from, Instant until, ZoneId zone) {
        this.zone = zone;
        Map<HourOfWeek, Integer> hours = new HashMap<>();
        for (Instant hour = from.truncatedTo(ChronoUnit.HOURS); hour.isBefore(until); hour = hour.plus(HOUR)) {
            hours.merge(HourOfWeek.of(hour, zone), 1, Integer::sum);
        }
        counts.forEach((hour, count) -> perHour.put(hour, count / (double) hours.getOrDefault(hour, 1)));
    }

    /** How often in the hour in which that instant lies. */
    double inHourOf(Instant instant) {
        return perHour.getOrDefault(HourOfWeek.of(instant, zone), 0.0);
    }
}
