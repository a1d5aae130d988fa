package io.dorsal.intake.submission;

import java.util.UUID;

/** How a submission ended. */
public sealed interface Acceptance {

    /** The broker has it, with the patient reference: it will be decided, or parked where a human is told. */
    record Accepted(Receipt receipt) implements Acceptance {}

    /** The key was used before, with another body. Nothing was sent. */
    record KeyReused() implements Acceptance {}

    /** The key is of an assessment whose patient was erased since. Nothing was sent. */
    record PatientErased() implements Acceptance {}

    /**
     * The broker has not acknowledged in time; it may have it nevertheless.
     *
     * @param key the same submission under this key is the same assessment
     */
    record Unacknowledged(UUID assessmentId, IdempotencyKey key) implements Acceptance {}
}
