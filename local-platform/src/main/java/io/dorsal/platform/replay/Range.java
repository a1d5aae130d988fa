package io.dorsal.platform.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which assessments: those received from a time on and before another.
 *
 * @param from the first moment; null: from the beginning of what the broker keeps
 * @param to the first moment that no longer belongs to it; null: to the end
 */
public record Range(@Nullable Instant from, @Nullable Instant to) {

    public Range {
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("--from %s is after --to %s".formatted(from, to));
        }
    }

    /**
     * A range as it is written on the command line.
     *
     * @throws IllegalArgumentException where an end is no time, or they are in the wrong order; the message says which
     */
    public static Range of(@Nullable String from, @Nullable String to) {
        return new Range(time("--from", from), time("--to", to));
    }

    /** Whether an assessment that was received at this time belongs to it. */
    public boolean contains(Instant receivedAt) {
        return (from == null || !receivedAt.isBefore(from)) && (to == null || receivedAt.isBefore(to));
    }

    /** The range in words. */
    public String words() {
        String beginning = from == null ? "the beginning" : from.toString();
        return "from %s %s".formatted(beginning, to == null ? "to the end" : "to before " + to);
    }

    private static @Nullable Instant time(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    option + " is a date such as 2026-11-01, which begins at midnight UTC, or a time such as"
                            + " 2026-11-01T08:00:00Z; not " + text,
                    e);
        }
    }
}
