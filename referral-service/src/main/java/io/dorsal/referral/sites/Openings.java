package io.dorsal.referral.sites;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When a site is open, from a time on; laid out once, and asked for many due times. */
final class Openings {

    /** Further ahead nobody looks: beyond every target, with the longest pause. */
    static final Duration HORIZON = Duration.ofDays(70);

    private final List<Opening> openings;

    private Openings(List<Opening> openings) {
        this.openings = openings;
    }

    static Openings of(Site site, Instant from) {
        Instant horizon = from.plus(HORIZON);
        List<Opening> openings = new ArrayList<>();
        Duration before = Duration.ZERO;
        LocalDate last = horizon.atZone(site.zone()).toLocalDate();
        for (LocalDate date = from.atZone(site.zone()).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            for (Span span : site.openOn(date)) {
                Instant begin = later(span.begin(date, site.zone()), from);
                Instant end = span.end(date, site.zone());
                if (end.isAfter(begin)) {
                    openings.add(new Opening(begin, end, before));
                    before = before.plus(Duration.between(begin, end));
                }
            }
        }
        return new Openings(openings);
    }

    /** How long it is open until a time. */
    Duration until(Instant to) {
        int low = 0;
        int high = openings.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (openings.get(middle).begin().isBefore(to)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return Duration.ZERO;
        }
        Opening last = openings.get(low - 1);
        return last.before().plus(Duration.between(last.begin(), earlier(last.end(), to)));
    }

    /** Whether it is open now, or opens at the latest at a time. */
    boolean isOpenBy(Instant time) {
        return !openings.isEmpty() && !openings.getFirst().begin().isAfter(time);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** @param before how long it was open before */
    private record Opening(Instant begin, Instant end, Duration before) {}
}
