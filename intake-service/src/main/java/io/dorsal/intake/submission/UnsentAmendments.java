package io.dorsal.intake.submission;

import io.dorsal.intake.submission.Amendments.Unsent;
import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the amendments that somebody entered and did not live, or had no broker, to send. */
public final class UnsentAmendments {

    private static final Logger LOG = LoggerFactory.getLogger(UnsentAmendments.class);

    /** For as long, whoever entered it is most likely sending it. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int AT_ONCE = 100;

    private final Amendments amendments;
    private final Announcements announcements;
    private final Clock clock;
    private volatile @Nullable Unsent last;

    public UnsentAmendments(Amendments amendments, Announcements announcements, Clock clock) {
        this.amendments = amendments;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Counts what waits, for {@link #waiting} and {@link #seconds}. */
    public void count() {
        try {
            last = amendments.unsent();
        } catch (RuntimeException e) {
            last = null;
            throw e;
        }
    }

    /** How many waited when last counted; not a number where that is not known. */
    public double waiting() {
        Unsent known = last;
        return known == null ? Double.NaN : known.count();
    }

    /** For how many seconds the first has waited; 0 where none does. */
    public double seconds() {
        Unsent known = last;
        return known == null
                ? Double.NaN
                : known.since()
                        .map(since -> Math.max(
                                0, Duration.between(since, clock.instant()).toMillis() / 1000.0))
                        .orElse(0.0);
    }

    /** Sends what waits, as far as the broker takes it. */
    public void send() {
        for (UUID assessmentId : amendments.unsent(clock.instant().minus(GRACE), AT_ONCE)) {
            if (!isSent(assessmentId)) {
                return;
            }
        }
    }

    /** One that can not be sent, because of a defect of ours, keeps no other waiting. */
    private boolean isSent(UUID assessmentId) {
        try {
            return amendments.send(assessmentId, announcements);
        } catch (RuntimeException e) {
            if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                throw e;
            }
            LOG.error("The amendment of the assessment {} cannot be sent: {}", assessmentId, FailureTrace.of(e));
            return true;
        }
    }
}
