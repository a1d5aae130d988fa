package io.dorsal.intake.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Assessments that were submitted while nobody could count the earlier ones of their patients. */
public interface UncountedAssessments {

    /** Some of them, which for some minutes no other instance is given; those that nobody looked at first. */
    List<UUID> claim(Instant now, int atMost);

    /** Counts now. */
    Recount recount(UUID assessmentId);

    /** It need not be counted again. */
    void settle(UUID assessmentId);

    /** What came of counting again. */
    sealed interface Recount {

        /**
         * The count is known now.
         *
         * @param unchanged the newest revision as it stands, to be amended by itself
         * @param receivedAt when that was received
         * @param since when it became known that it was not counted
         */
        record Counted(AmendmentRequest unchanged, int previousAssessments, Instant receivedAt, Instant since)
                implements Recount {}

        /** Not all of it is known yet. */
        record NotYet() implements Recount {}

        /** A newer revision was counted, or there is nobody any more to count for. */
        record Needless() implements Recount {}
    }
}
