package io.dorsal.intake.view.http;

import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Selection.Position;
import io.dorsal.kit.http.PageRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Positions in a list as the text within a cursor. */
final class Cursors {

    /** As far as PostgreSQL's times and ours reach together. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Cursors() {}

    static String after(AssessmentView last) {
        Position position = Position.of(last);
        return position.receivedAt() + " " + position.assessmentId();
    }

    /** The position in a text that a caller sent; 400 where it is none. */
    static Position position(String text) {
        try {
            int space = text.indexOf(' ');
            Instant receivedAt = Instant.parse(text.substring(0, Math.max(space, 0)));
            if (receivedAt.isBefore(Instant.EPOCH) || receivedAt.isAfter(LAST)) {
                throw PageRequest.invalidCursor();
            }
            return new Position(receivedAt, UUID.fromString(text.substring(space + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw PageRequest.invalidCursor();
        }
    }
}
