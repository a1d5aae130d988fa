package io.dorsal.referral.forecast;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * An hour of the week.
 *
 * @param hour from 0 to 23
 */
public record HourOfWeek(DayOfWeek day, int hour) {

    /** That of an instant, where the zone's clocks are looked at. */
    public static HourOfWeek of(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return new HourOfWeek(local.getDayOfWeek(), local.getHour());
    }
}
