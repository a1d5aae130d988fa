package io.dorsal.intake.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Remembers what was first submitted under an assessment id. Never fails, and never keeps a submission waiting. */
public interface Reservations {

    /** Reserves the id of an assessment for this body, or tells how it compares with what it was reserved for before. */
    Reservation reserve(AcceptedAssessment mine);

    /** The broker has it. Whoever comes later need not send it again. */
    void announced(AcceptedAssessment accepted);

    /** What came of reserving. */
    sealed interface Reservation {

        /**
         * Nobody was before us.
         *
         * @param previousAssessments how many the patient had in the time before; null: not known
         */
        record First(@Nullable Integer previousAssessments) implements Reservation {}

        /**
         * The very same was submitted before.
         *
         * @param announced whether the broker is known to have it
         * @param previousAssessments as it was known then
         */
        record Same(
                Instant receivedAt,
                boolean announced,
                @Nullable Integer previousAssessments) implements Reservation {}

        /** Something else was submitted before. */
        record Another() implements Reservation {}

        /** The patient of that assessment was erased. */
        record Erased() implements Reservation {}

        /** The store did not answer in time, or does not know enough to compare. */
        record Unknown() implements Reservation {}
    }
}
