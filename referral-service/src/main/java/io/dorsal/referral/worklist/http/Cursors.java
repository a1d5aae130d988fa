package io.dorsal.referral.worklist.http;

import io.dorsal.kit.http.PageRequest;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.worklist.Position;
import io.dorsal.rules.decision.Urgency;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places in a worklist as cursors. */
final class Cursors {

    private static final String SEPARATOR = "|";
    private static final String NEVER = "-";
    private static final int PARTS = 3;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Cursors() {}

    static String write(Position position) {
        Instant due = position.dueAt();
        return PageRequest.cursor(String.join(
                SEPARATOR,
                position.urgency().name(),
                due == null ? NEVER : String.valueOf(due.toEpochMilli()),
                position.referralId().toString()));
    }

    /**
     * The place in a cursor.
     *
     * @throws io.dorsal.kit.http.ProblemException 400 where no worklist made it
     */
    static Position read(String cursor) {
        String[] parts = cursor.split("\\" + SEPARATOR, -1);
        try {
            if (parts.length == PARTS) {
                return new Position(
                        Urgency.valueOf(parts[0]), due(parts[1]), new ReferralId(UUID.fromString(parts[2])));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Answered below like a cursor of another form.
        }
        throw PageRequest.invalidCursor();
    }

    private static @Nullable Instant due(String text) {
        return text.equals(NEVER) ? null : storable(Instant.ofEpochMilli(Long.parseLong(text)));
    }

    private static Instant storable(Instant due) {
        if (due.isBefore(Instant.EPOCH) || due.isAfter(LATEST)) {
            throw new DateTimeException("no referral is due then");
        }
        return due;
    }
}
