package io.dorsal.intake.submission;

import io.dorsal.intake.submission.Amendments.Entry;
import io.dorsal.intake.view.Arrivals;
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
    private final Arrivals arrivals;
    private final Announcements announcements;
    private final AssessmentJson json;
    private final Clock clock;

    public AmendingAssessment(
            Amendments amendments, Arrivals arrivals, Announcements announcements, AssessmentJson json, Clock clock) {
        this.amendments = amendments;
        this.arrivals = arrivals;
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
        Entry entry = enter(request);
        if (!(entry instanceof Entry.Unknown)) {
            return amendment(request, entry);
        }
        // It may have arrived between the look for it and the look at what arrives.
        return arrivals.mayInclude(request.assessmentId())
                ? new Amendment.NotYetKnown()
                : amendment(request, enter(request));
    }

    private Entry enter(AmendmentRequest request) {
        return amendments.enter(request, Fingerprint.of(request.assessment(), json), clock.instant());
    }

    private Amendment amendment(AmendmentRequest request, Entry entry) {
        return switch (entry) {
            case Entry.Entered(Receipt receipt, boolean sent) ->
                sent || isSent(request.assessmentId())
                        ? new Amendment.Accepted(receipt)
                        : new Amendment.Unacknowledged(request.assessmentId());
            case Entry.Stale() -> new Amendment.Stale();
            case Entry.Erased() -> new Amendment.PatientErased();
            case Entry.NotYetKnown() -> new Amendment.NotYetKnown();
            case Entry.Unknown() -> new Amendment.Unknown();
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
