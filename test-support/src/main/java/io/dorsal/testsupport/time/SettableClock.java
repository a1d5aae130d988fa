package io.dorsal.testsupport.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock in UTC that goes on only when it is told to. */
public final class SettableClock extends Clock {

    private volatile Instant now;

    /** At some noon in spring. */
    public SettableClock() {
        this(Instant.parse("2026-03-14T12:00:00Z"));
    }

    public SettableClock(Instant start) {
        now = start;
    }

    /** Goes on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
