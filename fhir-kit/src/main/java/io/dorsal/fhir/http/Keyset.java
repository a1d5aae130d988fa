package io.dorsal.fhir.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A position in a list that is ordered by a time and, within it, by ids. Its cursor is opaque text. */
public record Keyset(Instant at, UUID id) {

    /** As far as PostgreSQL's times and ours reach together. */
    public static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** The position as text. */
    public String cursor() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The position in what a caller sent; 400 where it is none. */
    static Keyset of(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            Instant at = Instant.parse(text.substring(0, Math.max(space, 0)));
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
                throw invalid();
            }
            return new Keyset(at, UUID.fromString(text.substring(space + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static RuntimeException invalid() {
        return SearchParameters.refused(
                "value", SearchParameters.CURSOR + " is what the link to the next page has of it.");
    }
}
