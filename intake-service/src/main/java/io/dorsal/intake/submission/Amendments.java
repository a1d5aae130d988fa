package io.dorsal.intake.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps amendments from their acceptance until the broker has them. Asks for the store, and fails without it. */
public interface Amendments {

    /**
     * Enters an amendment, or tells how it compares with what is there. What is entered shows at once, and is sent sooner
     * or later, whatever becomes of the caller.
     */
    Entry enter(AmendmentRequest request, Fingerprint fingerprint, Instant receivedAt);

    /**
     * Sends what is entered of an assessment and not known to be sent, oldest first, and marks it as sent. Meanwhile
     * nobody else sends any of it.
     *
     * @return whether the broker has all of it
     */
    boolean send(UUID assessmentId, Announcements announcements);

    /** Assessments of which something was entered before some time, and is not known to be sent; the oldest first. */
    List<UUID> unsent(Instant enteredBefore, int atMost);

    /** How much is entered and not known to be sent. */
    Unsent unsent();

    /**
     * What waits to be sent.
     *
     * @param since when the first of it was entered; empty where nothing waits
     */
    record Unsent(long count, Optional<Instant> since) {}

    /** What came of entering. */
    sealed interface Entry {

        /**
         * It is entered, now or before.
         *
         * @param sent whether the broker is known to have it
         */
        record Entered(Receipt receipt, boolean sent) implements Entry {}

        /** Another revision is the newest, or this one was amended by another body. */
        record Stale() implements Entry {}

        /** The clinic has no such assessment. */
        record Unknown() implements Entry {}

        /** Something is known of it, and its first revision not yet. */
        record NotYetKnown() implements Entry {}

        /** Its patient was erased. */
        record Erased() implements Entry {}
    }
}
