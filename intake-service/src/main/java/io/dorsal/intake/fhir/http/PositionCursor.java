package io.dorsal.intake.fhir.http;

import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Selection.Position;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Positions in a list as opaque text. */
final class PositionCursor {

    /** As far as PostgreSQL's times and ours reach together. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private PositionCursor() {}

    static String after(AssessmentView last) {
        Position position = Position.of(last);
        String text = position.receivedAt() + " " + position.assessmentId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The position in what a caller sent; 400 where it is none. */
    static Position position(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            Instant receivedAt = Instant.parse(text.substring(0, Math.max(space, 0)));
            if (receivedAt.isBefore(Instant.EPOCH) || receivedAt.isAfter(LAST)) {
                throw invalid();
            }
            return new Position(receivedAt, UUID.fromString(text.substring(space + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static RuntimeException invalid() {
        return SearchParameters.refused(
                "value", SearchParameters.CURSOR + " is what the link to the next page has of it.");
    }
}
