package io.dorsal.intake.submission;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.submission.UncountedAssessments.Recount;
import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts again where the earlier assessments of a patient could not be counted on submitting. Where a rule would fire by
 * the count, the assessment is amended by its own answers: as a clinic would amend it, and so once, whichever instance
 * comes to it, and whenever one dies.
 */
public final class CountingAgain {

    private static final Logger LOG = LoggerFactory.getLogger(CountingAgain.class);

    private static final int AT_ONCE = 50;

    /** The view may not have all of the time before yet: for as long, a count that changes nothing is not the last. */
    private static final Duration CATCHING_UP = Duration.ofMinutes(10);

    /** Whoever came earlier than this was seen by somebody since, or will not be helped by a new decision. */
    private static final Duration TOO_OLD = Duration.ofDays(7);

    private final UncountedAssessments uncounted;
    private final EpisodeRules rules;
    private final AmendingAssessment amending;
    private final IntakeMetrics metrics;
    private final Clock clock;

    public CountingAgain(
            UncountedAssessments uncounted,
            EpisodeRules rules,
            AmendingAssessment amending,
            IntakeMetrics metrics,
            Clock clock) {
        this.uncounted = uncounted;
        this.rules = rules;
        this.amending = amending;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Counts again for some of them.
     *
     * @return whether there may be more
     */
    public boolean count() {
        List<UUID> claimed = uncounted.claim(clock.instant(), AT_ONCE);
        claimed.forEach(this::count);
        return claimed.size() == AT_ONCE;
    }

    /** One that fails by a defect of ours keeps no other waiting. */
    private void count(UUID assessmentId) {
        try {
            if (isSettled(uncounted.recount(assessmentId))) {
                uncounted.settle(assessmentId);
            }
        } catch (RuntimeException e) {
            if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                throw e;
            }
            LOG.error("The assessment {} cannot be counted again: {}", assessmentId, FailureTrace.of(e));
        }
    }

    private boolean isSettled(Recount recount) {
        return switch (recount) {
            case Recount.Needless() -> true;
            case Recount.NotYet() -> false;
            case Recount.Counted counted -> isSettled(counted, clock.instant());
        };
    }

    private boolean isSettled(Recount.Counted counted, Instant now) {
        if (counted.receivedAt().isBefore(now.minus(TOO_OLD))) {
            return true;
        }
        AmendmentRequest unchanged = counted.unchanged();
        boolean fires = rules.fire(
                unchanged.clinic().network(), unchanged.assessment().answers(), counted.previousAssessments());
        return fires ? isAmended(unchanged) : counted.since().isBefore(now.minus(CATCHING_UP));
    }

    private boolean isAmended(AmendmentRequest unchanged) {
        return switch (amending.amend(unchanged)) {
            case Amendment.Accepted _, Amendment.Unacknowledged _ -> {
                metrics.countedAgain();
                LOG.info(
                        "The assessment {} was amended by a count of earlier ones that was not known before",
                        unchanged.assessmentId());
                yield true;
            }
            case Amendment.Unknown(), Amendment.PatientErased() -> true;
            case Amendment.Stale(), Amendment.NotYetKnown() -> false;
        };
    }
}
