package io.dorsal.referral.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** How often something happens in each hour of the week, on average. */
public final class WeeklyRates {

    static final double MILLIS_OF_AN_HOUR = 3_600_000;

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
        Map<HourOfWeek, Double> hours = new HashMap<>();
        for (Instant at = from; at.isBefore(until); ) {
            Instant next = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            Instant end = next.isBefore(until) ? next : until;
            double share = Duration.between(at, end).toMillis() / MILLIS_OF_AN_HOUR;
            hours.merge(HourOfWeek.of(at, zone), share, Double::sum);
            at = end;
        }
        counts.forEach((hour, count) -> perHour.put(hour, count / hours.getOrDefault(hour, 1.0)));
    }

    /** How often in the hour in which that instant lies. */
    double inHourOf(Instant instant) {
        return perHour.getOrDefault(HourOfWeek.of(instant, zone), 0.0);
    }
}
