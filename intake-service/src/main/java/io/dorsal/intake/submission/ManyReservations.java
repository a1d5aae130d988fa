package io.dorsal.intake.submission;

import io.dorsal.intake.submission.Reservations.Reservation;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** {@link Reservations} of many assessments at once, in the time that one takes. Never fails. */
public interface ManyReservations {

    /**
     * Reserves each id for its body, or tells how that compares with what it was reserved for before.
     *
     * @param mine each with another id
     * @return one for each id
     */
    Map<UUID, Reservation> reserve(Collection<AcceptedAssessment> mine);
}
