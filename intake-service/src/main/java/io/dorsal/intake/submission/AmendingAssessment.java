package io.dorsal.intake.submission;

import io.dorsal.intake.submission.Amendments.Entry;
import io.dorsal.kit.messaging.TransientFailureException;
import io.dorsal.rules.json.AssessmentJson;
import java.time.Clock;
import java.util.UUID;

/**
 * Accepts amendments. First the store has the amendment, which decides between contenders, then the broker, then the
 * store that the broker has it. Whoever dies in between leaves the rest to a repeat, or to {@link UnsentAmendments}:
 * what they send is equal.
 */
public final class AmendingAssessment {

    private final Amendments amendments;
    private final RecentReservations recent;
    private final Announcements announcements;
    private final AssessmentJson json;
    private final Clock clock;

    public AmendingAssessment(
            Amendments amendments,
            RecentReservations recent,
            Announcements announcements,
            AssessmentJson json,
            Clock clock) {
        this.amendments = amendments;
        this.recent = recent;
        this.announcements = announcements;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Accepts an amendment, or says why not.
     *
     * @throws TransientFailureException where the store is away
     */
    public Amendment amend(AmendmentRequest request) {
        Fingerprint fingerprint = Fingerprint.of(request.assessment(), json);
        return switch (amendments.enter(request, fingerprint, clock.instant())) {
            case Entry.Entered(Receipt receipt, boolean sent) ->
                sent || isSent(request.assessmentId())
                        ? new Amendment.Accepted(receipt)
                        : new Amendment.Unacknowledged(request.assessmentId());
            case Entry.Stale() -> new Amendment.Stale();
            case Entry.Erased() -> new Amendment.PatientErased();
            case Entry.NotYetKnown() -> new Amendment.NotYetKnown();
            case Entry.Unknown() ->
                recent.has(request.assessmentId(), request.clinic().id())
                        ? new Amendment.NotYetKnown()
                        : new Amendment.Unknown();
        };
    }

    /** A store that goes away now leaves it entered. */
    private boolean isSent(UUID assessmentId) {
        try {
            return amendments.send(assessmentId, announcements);
        } catch (TransientFailureException e) {
            return false;
        }
    }
}
