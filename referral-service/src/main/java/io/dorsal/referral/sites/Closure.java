package io.dorsal.referral.sites;

import java.time.LocalDate;

/** Days on which a site is closed, the first and the last included. */
public record Closure(LocalDate from, LocalDate to) {

    public Closure {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a closure does not end before it begins");
        }
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
