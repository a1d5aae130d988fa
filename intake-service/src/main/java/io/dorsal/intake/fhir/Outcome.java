package io.dorsal.intake.fhir;

import io.dorsal.fhir.References;
import io.dorsal.fhir.Subjects;
import io.dorsal.fhir.ToldDecision;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Fact.AlertChanged;
import io.dorsal.intake.view.Fact.ReferralChanged;
import io.dorsal.intake.view.Standing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * What became of one assessment, as resources: the decision that stands is the risk assessment of the same id, and how far
 * triage is a task of that id; each referral is a service request and a task of its id, and each alert a task.
 */
public final class Outcome {

    private final UUID assessmentId;
    private final Standing standing;
    private final List<AlertChanged> alerts;
    private final Function<String, ToldDecision> reading;

    private Outcome(AssessmentView view, Function<String, ToldDecision> reading) {
        this.assessmentId = view.assessmentId();
        this.standing = Standing.of(view);
        this.alerts = view.all(AlertChanged.class).toList();
        this.reading = reading;
    }

    /**
     * What became of the assessment of a view.
     *
     * @param reading reads the document of a decision
     */
    public static Outcome of(AssessmentView view, Function<String, ToldDecision> reading) {
        return new Outcome(view, reading);
    }

    /** The decision that stands; empty until there is one. */
    public Optional<RiskAssessment> riskAssessment() {
        return standing.decision()
                .map(decided -> RiskAssessments.of(
                        this,
                        decided,
                        reading.apply(decided.document()),
                        decided.body().revision() < standing.revision()));
    }

    /** The referrals, the primary one first. */
    public List<ServiceRequest> serviceRequests() {
        Optional<ToldDecision> decision = standing.decision().map(decided -> reading.apply(decided.document()));
        return standing.referrals().stream()
                .map(referral -> ServiceRequests.of(this, referral, decision))
                .toList();
    }

    /** How alerts, referrals and the triage of it stand. */
    public List<Task> tasks() {
        Stream<Task> ofAlerts = alerts.stream().map(alert -> Tasks.of(this, alert));
        Stream<Task> ofReferrals =
                standing.referrals().stream().map((ReferralChanged referral) -> Tasks.of(this, referral));
        return Stream.of(ofAlerts, ofReferrals, Stream.of(Tasks.ofTriage(this, standing)))
                .flatMap(Function.identity())
                .toList();
    }

    UUID assessmentId() {
        return assessmentId;
    }

    Reference subject() {
        return Subjects.of(standing.patientReference().orElse(null));
    }

    Reference response() {
        return References.to("QuestionnaireResponse", assessmentId);
    }

    Reference decision() {
        return References.to("RiskAssessment", assessmentId);
    }

    /** What it is about: the decision, as soon as there is one. */
    Reference subjectMatter() {
        return standing.decision().isPresent() ? decision() : response();
    }
}
