package io.dorsal.intake.fhir;

import io.dorsal.fhir.Codes;
import io.dorsal.fhir.Rationale;
import io.dorsal.fhir.References;
import io.dorsal.fhir.Systems;
import io.dorsal.fhir.ToldDecision;
import io.dorsal.fhir.ToldDecision.ToldFinding;
import io.dorsal.intake.view.Fact.Decided;
import java.util.Date;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/** A decision as a risk assessment: a prediction for each finding, the most urgent first. */
final class RiskAssessments {

    private static final int FIRST = 1;

    private RiskAssessments() {}

    /**
     * @param outdated whether a newer revision waits for its decision
     */
    static RiskAssessment of(Outcome outcome, Decided decided, ToldDecision told, boolean outdated) {
        int revision = decided.body().revision();
        RiskAssessment assessment = new RiskAssessment();
        assessment.setId(outcome.assessmentId().toString());
        assessment
                .getMeta()
                .setVersionId(String.valueOf(revision))
                .setLastUpdated(Date.from(decided.decidedAt()))
                .addTag(Codes.urgency(decided.urgency()).getCodingFirstRep());
        assessment
                .addIdentifier(References.identifier(decided.decisionId()))
                .setStatus(status(revision, outdated))
                .setMethod(
                        Codes.coded(Systems.RULESET, told.rulesetVersion(), "Dorsal ruleset " + told.rulesetVersion()))
                .setSubject(outcome.subject())
                .setOccurrence(new DateTimeType(decided.decidedAt().toString()))
                .addBasis(outcome.response());
        told.findings().forEach(finding -> assessment.addPrediction(prediction(finding)));
        if (!told.adviceToClinic().isEmpty()) {
            assessment.setMitigation(String.join("\n", told.adviceToClinic()));
        }
        if (!told.unansweredSafetyQuestions().isEmpty()) {
            assessment
                    .addNote()
                    .setText("Unanswered safety questions: " + String.join(", ", told.unansweredSafetyQuestions()));
        }
        return assessment;
    }

    private static RiskAssessmentStatus status(int revision, boolean outdated) {
        if (outdated) {
            return RiskAssessmentStatus.PRELIMINARY;
        }
        return revision == FIRST ? RiskAssessmentStatus.FINAL : RiskAssessmentStatus.AMENDED;
    }

    private static RiskAssessmentPredictionComponent prediction(ToldFinding finding) {
        return new RiskAssessmentPredictionComponent()
                .setOutcome(Codes.coded(Systems.RULE, finding.rule(), finding.title()))
                .setQualitativeRisk(Codes.urgency(finding.urgency()))
                .setRationale(Rationale.of(finding));
    }
}
