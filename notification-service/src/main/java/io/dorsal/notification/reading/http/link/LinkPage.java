package io.dorsal.notification.reading.http.link;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertState;
import io.dorsal.notification.alert.Hold;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows: no more than the message that led to it.
 *
 * @param holder who has the alert, where it is another; null otherwise
 * @param contactBy when the patient is to be reached at the latest; null where nothing of the kind is due
 */
record LinkPage(
        Standing standing,
        String alertId,
        String kind,
        String headline,
        String clinic,
        Instant raisedAt,
        @Nullable String holder,
        @Nullable Instant contactBy) {

    /** What can be said to whoever opened the link. */
    enum Standing {
        WAITS,
        YOURS,
        ANOTHERS,
        LINK_USED,
        CLOSED
    }

    static LinkPage of(Alert alert, String person, boolean isUsed) {
        return new LinkPage(
                standing(alert, person, isUsed),
                alert.id().toString(),
                alert.cause().kind().name().replace('_', ' '),
                alert.cause().headline(),
                alert.origin().clinicId().isEmpty() ? "unknown" : alert.origin().clinicId(),
                alert.raisedAt(),
                alert.hold().map(Hold::by).filter(by -> !by.equals(person)).orElse(null),
                alert.state() instanceof AlertState.Acknowledged
                        ? alert.nextAt().orElse(null)
                        : null);
    }

    private static Standing standing(Alert alert, String person, boolean isUsed) {
        return switch (alert.state()) {
            case AlertState.Notifying _ -> isUsed ? Standing.LINK_USED : Standing.WAITS;
            case AlertState.Closed _ -> Standing.CLOSED;
            case AlertState.Acknowledged(Hold hold, var _) -> byHolder(hold, person);
            case AlertState.PatientContacted(Hold hold, var _, var _) -> byHolder(hold, person);
        };
    }

    private static Standing byHolder(Hold hold, String person) {
        return hold.by().equals(person) ? Standing.YOURS : Standing.ANOTHERS;
    }
}
