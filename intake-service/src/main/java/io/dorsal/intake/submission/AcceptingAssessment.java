package io.dorsal.intake.submission;

import io.dorsal.intake.submission.Acceptance.Accepted;
import io.dorsal.intake.submission.Acceptance.KeyReused;
import io.dorsal.intake.submission.Acceptance.PatientErased;
import io.dorsal.intake.submission.Acceptance.Unacknowledged;
import io.dorsal.intake.submission.Reservations.Reservation;
import io.dorsal.intake.view.FirstSight;
import io.dorsal.rules.json.AssessmentJson;
import java.time.Clock;
import java.time.Instant;

/**
 * Accepts what a clinic submits, once the broker has it. The store only helps: it lets a repeat be answered as the first
 * was, and shows the submission at once. Without it two bodies may slip through under one key; the more urgent of their
 * decisions then stands everywhere.
 */
public final class AcceptingAssessment {

    private static final int FIRST_REVISION = 1;

    private final Reservations reservations;
    private final Announcements announcements;
    private final FirstSight firstSight;
    private final AssessmentJson json;
    private final Clock clock;

    public AcceptingAssessment(
            Reservations reservations,
            Announcements announcements,
            FirstSight firstSight,
            AssessmentJson json,
            Clock clock) {
        this.reservations = reservations;
        this.announcements = announcements;
        this.firstSight = firstSight;
        this.json = json;
        this.clock = clock;
    }

    /** Accepts a submission, or says why not. */
    public Acceptance accept(Submission submission) {
        AcceptedAssessment mine = received(submission);
        return switch (reservations.reserve(mine)) {
            case Reservation.First(Integer previous) -> announce(mine.following(previous), submission.key(), true);
            case Reservation.Unknown() -> announce(mine, submission.key(), false);
            case Reservation.Erased() -> new PatientErased();
            case Reservation.Another() -> new KeyReused();
            case Reservation.Same(Instant receivedAt, boolean announced, Integer previous) ->
                repeat(mine.asReceivedAt(receivedAt).following(previous), submission.key(), announced);
        };
    }

    private AcceptedAssessment received(Submission submission) {
        return new AcceptedAssessment(
                submission.key().assessmentId(submission.clinic().id()),
                FIRST_REVISION,
                submission.clinic(),
                submission.channel(),
                submission.channel().lane(),
                clock.instant(),
                null,
                Fingerprint.of(submission.assessment(), json),
                submission.assessment());
    }

    /** Sent again where nobody knows whether the first attempt came through: a duplicate is harmless. */
    private Acceptance repeat(AcceptedAssessment asTheFirst, IdempotencyKey key, boolean announced) {
        return announced ? new Accepted(asTheFirst.receipt()) : announce(asTheFirst, key, true);
    }

    private Acceptance announce(AcceptedAssessment accepted, IdempotencyKey key, boolean storeAnswers) {
        if (!announcements.announce(accepted)) {
            return new Unacknowledged(accepted.assessmentId(), key);
        }
        reservations.announced(accepted);
        if (storeAnswers) {
            firstSight.show(
                    accepted.submitted(),
                    accepted.referenced(),
                    accepted.fingerprint().requestHash());
        }
        return new Accepted(accepted.receipt());
    }
}
