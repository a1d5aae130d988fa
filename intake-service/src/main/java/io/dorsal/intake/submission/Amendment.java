package io.dorsal.intake.submission;

import java.util.UUID;

/** How an amendment ended. */
public sealed interface Amendment {

    /** The broker has it, with the patient reference: it will be decided, or parked where a human is told. */
    record Accepted(Receipt receipt) implements Amendment {}

    /** Another revision is the newest by now, or was made of this one with another body. Nothing was sent. */
    record Stale() implements Amendment {}

    /** The clinic has no such assessment. */
    record Unknown() implements Amendment {}

    /**
     * The assessment is not known well enough yet to be amended, or nobody can tell yet whether there is one: the same works
     * in a moment, or is told better then.
     */
    record NotYetKnown() implements Amendment {}

    /** The patient of the assessment was erased. Nothing was sent. */
    record PatientErased() implements Amendment {}

    /** It is entered, and the broker has not acknowledged it in time. It will be sent; the same again sends it at once. */
    record Unacknowledged(UUID assessmentId) implements Amendment {}
}
