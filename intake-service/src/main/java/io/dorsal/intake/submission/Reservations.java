package io.dorsal.intake.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Remembers what was first submitted under an assessment id. Never fails, and never keeps a submission waiting. */
public interface Reservations {

    /** Reserves the id of an assessment for this body, or tells what it was reserved for before. */
    Reservation reserve(AcceptedAssessment mine);

    /** The broker has it. Whoever comes later need not send it again. */
    void announced(AcceptedAssessment accepted);

    /** What came of reserving. */
    sealed interface Reservation {

        /** Nobody was before us. */
        record First() implements Reservation {}

        /**
         * Somebody was before us.
         *
         * @param requestHash null where the submission is known from the topics alone
         * @param patientReference null where it is not known
         * @param announced whether the broker is known to have it
         */
        record Earlier(
                @Nullable String requestHash,
                String bodyHash,
                @Nullable String patientReference,
                Instant receivedAt,
                boolean announced)
                implements Reservation {

            boolean isFor(AcceptedAssessment mine) {
                if (requestHash != null) {
                    return requestHash.equals(mine.fingerprint().requestHash());
                }
                return bodyHash.equals(mine.fingerprint().bodyHash())
                        && (patientReference == null
                                || patientReference.equals(mine.assessment().patientReference()));
            }

            @Override
            public String toString() {
                return "Earlier[" + bodyHash + ", " + receivedAt + "]";
            }
        }

        /** The patient of that assessment was erased. */
        record Erased() implements Reservation {}

        /** The store did not answer in time: nobody knows. */
        record Unknown() implements Reservation {}
    }
}
