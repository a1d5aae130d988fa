package io.dorsal.intake.cdshooks;

import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Fact.AlertChanged;
import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Fact.ReferralChanged;
import io.dorsal.intake.view.ReadingAssessments;
import io.dorsal.intake.view.Selection;
import io.dorsal.intake.view.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds the decisions about a patient that still matter: of each assessment the one that stands, unless it is old, or all
 * that followed from it has come to its end. An open alert always matters.
 */
public final class PatientDecisions {

    private static final Duration OLD = Duration.ofDays(90);
    private static final int NEWEST_ASSESSMENTS = 50;
    private static final int MOST = 10;
    private static final String CLOSED = "CLOSED";

    /** A referral that was returned is not at its end for the clinic, which has to do something about it. */
    private static final Set<String> ENDS = Set.of("COMPLETED", "REDIRECTED", "WITHDRAWN", "CANCELLED");

    private static final Comparator<AssessmentView> MOST_URGENT_FIRST = Comparator.comparing(
                    (AssessmentView view) -> Standing.of(view).urgency().orElseThrow())
            .thenComparing(PatientDecisions::decidedAt, Comparator.reverseOrder());

    private final ReadingAssessments assessments;
    private final Clock clock;

    public PatientDecisions(ReadingAssessments assessments, Clock clock) {
        this.assessments = assessments;
        this.clock = clock;
    }

    /** The assessments of a patient at a clinic whose decisions matter, the most urgent first. */
    public List<AssessmentView> about(String clinicId, String patientReference) {
        Instant now = clock.instant();
        return assessments
                .list(clinicId, new Selection(null, null, patientReference, null, NEWEST_ASSESSMENTS))
                .stream()
                .filter(view -> matters(view, now))
                .sorted(MOST_URGENT_FIRST)
                .limit(MOST)
                .toList();
    }

    static boolean matters(AssessmentView view, Instant now) {
        Standing standing = Standing.of(view);
        if (standing.decision().isEmpty()) {
            return false;
        }
        if (standing.alert().filter(alert -> !isClosed(alert)).isPresent()) {
            return true;
        }
        List<ReferralChanged> referrals = standing.referrals();
        boolean isDone =
                !referrals.isEmpty() && referrals.stream().allMatch(referral -> ENDS.contains(referral.state()));
        return !isDone && decidedAt(view).isAfter(now.minus(OLD));
    }

    private static boolean isClosed(AlertChanged alert) {
        return alert.state().equals(CLOSED);
    }

    private static Instant decidedAt(AssessmentView view) {
        return Standing.of(view).decision().map(Decided::decidedAt).orElse(Instant.EPOCH);
    }
}
