package io.dorsal.intake.submission;

import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Channel;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.Lane;
import io.dorsal.intake.view.Origin;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.rules.assessment.Assessment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision of an assessment as it is announced. Equal submissions make equal announcements, which is what makes
 * repeating one harmless.
 *
 * @param receivedAt in milliseconds, as events carry it
 * @param previousAssessments how many the patient had in the time before; null: not known
 */
public record AcceptedAssessment(
        UUID assessmentId,
        int revision,
        Clinic clinic,
        Channel channel,
        Lane lane,
        Instant receivedAt,
        @Nullable Integer previousAssessments,
        Fingerprint fingerprint,
        Assessment assessment) {

    public AcceptedAssessment {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * When the patient was assessed, in milliseconds as events carry it. Nobody is assessed after being submitted: such a
     * time tells of a clinic's clock that is fast.
     */
    public @Nullable Instant assessedAt() {
        Instant assessedAt = assessment.assessedAt();
        if (assessedAt == null) {
            return null;
        }
        return assessedAt.isAfter(receivedAt) ? receivedAt : assessedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same as it was received before. */
    public AcceptedAssessment asReceivedAt(Instant before) {
        return new AcceptedAssessment(
                assessmentId, revision, clinic, channel, lane, before, previousAssessments, fingerprint, assessment);
    }

    /** The same with what is known of the time before. */
    public AcceptedAssessment following(@Nullable Integer previous) {
        return new AcceptedAssessment(
                assessmentId, revision, clinic, channel, lane, receivedAt, previous, fingerprint, assessment);
    }

    /** Whether the fact is about this very body, as it was received then. */
    public boolean isSameAs(Submitted fact) {
        return fact.body().equals(new Body(revision, fingerprint.bodyHash()))
                && fact.receivedAt().equals(receivedAt)
                && Objects.equals(fact.assessedAt(), assessedAt());
    }

    /** What the clinic is told. */
    public Receipt receipt() {
        return new Receipt(assessmentId, revision, clinic.id(), receivedAt);
    }

    /** The fact that it was submitted. */
    public Submitted submitted() {
        return new Submitted(
                assessmentId,
                new Body(revision, fingerprint.bodyHash()),
                new Origin(clinic.id(), clinic.network(), false),
                lane,
                channel,
                receivedAt,
                assessedAt(),
                previousAssessments,
                fingerprint.answers());
    }

    /** The fact whom it is about. */
    public Referenced referenced() {
        return new Referenced(assessmentId, revision, receivedAt, assessment.patientReference());
    }

    @Override
    public String toString() {
        return "AcceptedAssessment[" + assessmentId + ", " + revision + "]";
    }
}
