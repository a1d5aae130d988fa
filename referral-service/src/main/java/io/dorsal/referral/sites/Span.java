package io.dorsal.referral.sites;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * From one time of the day to another.
 *
 * @param from minutes since midnight
 * @param to minutes since midnight; 1440 is the end of the day
 */
public record Span(int from, int to) {

    private static final int END_OF_DAY = 24 * 60;

    public Span {
        if (from < 0 || to <= from || to > END_OF_DAY) {
            throw new IllegalArgumentException("a span begins before it ends, on one day");
        }
    }

    Duration length() {
        return Duration.ofMinutes((long) to - from);
    }

    Instant begin(LocalDate date, ZoneId zone) {
        return at(date, from, zone);
    }

    Instant end(LocalDate date, ZoneId zone) {
        return at(date, to, zone);
    }

    /** By the clock on the wall, also on days that are shorter or longer. */
    private static Instant at(LocalDate date, int minutes, ZoneId zone) {
        return date.atStartOfDay().plusMinutes(minutes).atZone(zone).toInstant();
    }
}
