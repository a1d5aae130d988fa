package io.dorsal.fhir.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a resource was last updated, as a search asks for it: from one time on, and before another. A time that is given as
 * a year, a day or a second means the whole of it; days are those of UTC.
 */
public record UpdatedSpan(Instant from, Instant before) {

    private static final UpdatedSpan EVER = new UpdatedSpan(Instant.EPOCH, Keyset.LAST);

    private static final Pattern VALUE = Pattern.compile("([a-z]{2})?([0-9]{4}(?:-.+)?)");
    private static final Pattern TO_THE_MINUTE = Pattern.compile(".*T[0-9:]{5}(?:Z|[+-].*)");
    private static final Pattern FRACTION = Pattern.compile("\\.([0-9]{1,9})(?:Z|[+-])");

    /** What a search asks for; 400 where it is no time of FHIR, or has another prefix. */
    public static UpdatedSpan of(SearchParameters parameters) {
        return parameters.values(SearchParameters.LAST_UPDATED).stream()
                .map(UpdatedSpan::read)
                .reduce(EVER, UpdatedSpan::and);
    }

    private UpdatedSpan and(UpdatedSpan other) {
        return new UpdatedSpan(
                from.isAfter(other.from) ? from : other.from, before.isBefore(other.before) ? before : other.before);
    }

    static UpdatedSpan read(String text) {
        Matcher value = VALUE.matcher(text);
        if (!value.matches()) {
            throw invalid();
        }
        String prefix = value.group(1) == null ? "eq" : value.group(1);
        // A plus that nobody encoded is a space in a query.
        UpdatedSpan span = named(value.group(2).replace(' ', '+'));
        return switch (prefix) {
            case "eq" -> span;
            case "ge" -> new UpdatedSpan(span.from, EVER.before);
            case "gt" -> new UpdatedSpan(span.before, EVER.before);
            case "lt" -> new UpdatedSpan(EVER.from, span.from);
            case "le" -> new UpdatedSpan(EVER.from, span.before);
            default -> throw invalid();
        };
    }

    private static UpdatedSpan named(String text) {
        try {
            return switch (text.length()) {
                case 4 ->
                    days(
                            Year.parse(text).atDay(1),
                            Year.parse(text).plusYears(1).atDay(1));
                case 7 ->
                    days(
                            YearMonth.parse(text).atDay(1),
                            YearMonth.parse(text).plusMonths(1).atDay(1));
                case 10 -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1));
                default -> time(text);
            };
        } catch (DateTimeException e) {
            throw invalid();
        }
    }

    private static UpdatedSpan time(String text) {
        Instant from = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        return within(from, from.plus(precision(text)));
    }

    private static Duration precision(String text) {
        if (TO_THE_MINUTE.matcher(text).matches()) {
            return Duration.ofMinutes(1);
        }
        Matcher fraction = FRACTION.matcher(text);
        if (!fraction.find()) {
            return Duration.ofSeconds(1);
        }
        return switch (fraction.group(1).length()) {
            case 1 -> Duration.ofMillis(100);
            case 2 -> Duration.ofMillis(10);
            default -> Duration.ofMillis(1);
        };
    }

    private static UpdatedSpan days(LocalDate first, LocalDate next) {
        return within(
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                next.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static UpdatedSpan within(Instant from, Instant before) {
        return new UpdatedSpan(bounded(from), bounded(before));
    }

    private static Instant bounded(Instant time) {
        return time.isBefore(EVER.from) ? EVER.from : time.isAfter(EVER.before) ? EVER.before : time;
    }

    private static RuntimeException invalid() {
        return SearchParameters.refused(
                "value",
                SearchParameters.LAST_UPDATED
                        + " is a date or a time with its offset, such as ge2026-03-01T08:00:00Z; before it may stand eq, ge,"
                        + " le, gt or lt.");
    }
}
