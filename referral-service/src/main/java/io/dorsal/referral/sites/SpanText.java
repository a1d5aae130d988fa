package io.dorsal.referral.sites;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span as text: {@code 08:00-12:30}, or {@code 00:00-24:00} for the whole day. */
final class SpanText {

    private static final Pattern FORM =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");
    private static final int HOUR = 60;

    private SpanText() {}

    static Optional<Span> read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = minutes(matcher.group(1), matcher.group(2));
        int to = matcher.group(3) == null ? 24 * HOUR : minutes(matcher.group(3), matcher.group(4));
        return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    static String of(Span span) {
        return "%s-%s".formatted(text(span.from()), text(span.to()));
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * HOUR + Integer.parseInt(minutes);
    }

    private static String text(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / HOUR, minutes % HOUR);
    }
}
