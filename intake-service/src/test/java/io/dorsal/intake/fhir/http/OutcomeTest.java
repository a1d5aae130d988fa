package io.dorsal.intake.fhir.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.fhir.http.DecisionReader;
import io.dorsal.intake.fhir.Outcome;
import io.dorsal.intake.fhir.R4Validator;
import io.dorsal.intake.fhir.WorkedCases;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Channel;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Lane;
import io.dorsal.intake.view.Origin;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.json.DecisionJson;
import io.dorsal.rules.yaml.Rulesets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What became of an assessment, as resources. */
class OutcomeTest {

    private static final UUID ID = new UUID(1, 1);
    private static final Origin NORTH = new Origin("north", "metro", false);
    private static final TriageEngine ENGINE = new TriageEngine(Rulesets.active());
    private static final DecisionReader READER =
            new DecisionReader(JsonMapper.builder().build());

    @Test
    void theResourcesOfWorkedCasesAreValid() {
        List<Assessment> cases = WorkedCases.all();
        List<Assessment> some = IntStream.range(0, cases.size() / 5)
                .mapToObj(i -> cases.get(5 * i))
                .toList();

        assertThat(some).allSatisfy(assessment -> {
            Outcome outcome = outcome(decided(assessment));

            assertThat(R4Validator.errors(outcome.riskAssessment().orElseThrow()))
                    .isEmpty();
            assertThat(outcome.serviceRequests())
                    .allSatisfy(
                            request -> assertThat(R4Validator.errors(request)).isEmpty());
            assertThat(outcome.tasks())
                    .allSatisfy(task -> assertThat(R4Validator.errors(task)).isEmpty());
        });
    }

    @Test
    void aDecisionTellsItsFindingsTheMostUrgentFirstWithTheirRulesAndSources() {
        RiskAssessment risk =
                outcome(decided(WorkedCases.all().get(2))).riskAssessment().orElseThrow();

        assertThat(risk.getStatus()).isEqualTo(RiskAssessmentStatus.FINAL);
        assertThat(risk.getMeta().getTagFirstRep().getCode()).isEqualTo("EMERGENCY");
        assertThat(risk.getBasisFirstRep().getReference()).isEqualTo("QuestionnaireResponse/" + ID);
        assertThat(risk.getPrediction())
                .extracting(one -> one.getOutcome().getCodingFirstRep().getCode() + " "
                        + one.getQualitativeRisk().getCodingFirstRep().getCode())
                .containsExactly("CES-1 EMERGENCY", "CANCER-6 SOON");
        assertThat(risk.getPredictionFirstRep().getRationale()).contains("neuro.bladder is RETENTION", "CES-1", "S1.9");
    }

    @Test
    void aDecisionThatANewerRevisionWaitsToReplaceIsPreliminary() {
        Assessment assessment = WorkedCases.all().getFirst();
        List<Fact> facts = new ArrayList<>(decided(assessment));
        facts.add(new Fact.Submitted(
                ID, new Body(2, "b"), NORTH, Lane.INTERACTIVE, Channel.REST, Submitting.NOW, null, null, "{}"));

        assertThat(outcome(facts).riskAssessment().orElseThrow().getStatus())
                .isEqualTo(RiskAssessmentStatus.PRELIMINARY);
    }

    @Test
    void urgenciesArePrioritiesInTheirOrder() {
        assertThat(List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.SOON, Urgency.ROUTINE))
                .extracting(urgency -> outcome(List.of(referral("ROUTED", urgency)))
                        .serviceRequests()
                        .getFirst()
                        .getPriority()
                        .toCode())
                .containsExactly("stat", "asap", "urgent", "routine");
    }

    @Test
    void everyStateOfAReferralAndAnAlertIsAStatusAndShownItself() {
        assertThat(List.of("ROUTED", "ACCEPTED", "SCHEDULED", "COMPLETED", "RETURNED", "REDIRECTED", "NO_SHOW", "NEW"))
                .extracting(state -> {
                    Outcome outcome = outcome(List.of(referral(state, Urgency.SOON)));
                    ServiceRequest request = outcome.serviceRequests().getFirst();
                    Task task = outcome.tasks().getFirst();
                    assertThat(R4Validator.errors(request)).isEmpty();
                    assertThat(R4Validator.errors(task)).isEmpty();
                    assertThat(task.getBusinessStatus().getCodingFirstRep().getCode())
                            .isEqualTo(state);
                    return request.getStatus().toCode() + " " + task.getStatus().toCode();
                })
                .containsExactly(
                        "active requested",
                        "active accepted",
                        "active in-progress",
                        "completed completed",
                        "revoked rejected",
                        "revoked cancelled",
                        "active on-hold",
                        "unknown requested");
        assertThat(List.of("NOTIFYING", "ACKNOWLEDGED", "PATIENT_CONTACTED", "CLOSED"))
                .extracting(state -> {
                    Task task = outcome(List.of(
                                    new Fact.AlertChanged(ID, new UUID(2, 2), 1, 1, state, Submitting.NOW, null)))
                            .tasks()
                            .getFirst();
                    assertThat(R4Validator.errors(task)).isEmpty();
                    return task.getStatus().toCode();
                })
                .containsExactly("requested", "accepted", "in-progress", "completed");
    }

    @Test
    void howFarTriageIsIsATaskOfTheAssessmentWhetherThereIsADecisionOrNot() {
        Fact submitted = new Fact.Submitted(
                ID, new Body(1, "a"), NORTH, Lane.INTERACTIVE, Channel.REST, Submitting.NOW, null, null, "{}");
        Fact parked = new Fact.Parked(ID, 1, Submitting.NOW);

        assertThat(triage(List.of(submitted))).isEqualTo("requested SUBMITTED 1-SUBMITTED");
        assertThat(triage(decided(WorkedCases.all().get(2)))).isEqualTo("completed TRIAGED 1-TRIAGED");
        assertThat(triage(List.of(submitted, parked))).isEqualTo("failed PARKED 1-PARKED");
    }

    @Test
    void anAlertOfWhatCouldNotBeProcessedIsAboutTheResponse() {
        Fact alert = new Fact.AlertChanged(ID, new UUID(2, 2), 1, 1, "NOTIFYING", Submitting.NOW, null);

        assertThat(outcome(List.of(new Fact.Parked(ID, 1, Submitting.NOW), alert))
                        .tasks()
                        .getFirst()
                        .getFocus()
                        .getReference())
                .isEqualTo("QuestionnaireResponse/" + ID);
    }

    private static String triage(List<? extends Fact> facts) {
        Task task = outcome(facts).tasks().getLast();
        assertThat(R4Validator.errors(task)).isEmpty();
        assertThat(task.getIdElement().getIdPart()).isEqualTo(ID.toString());
        return task.getStatus().toCode() + " "
                + task.getBusinessStatus().getCodingFirstRep().getCode() + " "
                + task.getMeta().getVersionId();
    }

    private static Outcome outcome(List<? extends Fact> facts) {
        return Outcome.of(AssessmentView.unknown(ID).withAll(facts), READER::read);
    }

    private static List<Fact> decided(Assessment assessment) {
        Decision decision = ENGINE.decide(assessment, 0);
        Instant at = Submitting.NOW;
        String document = new String(DecisionJson.write(decision), StandardCharsets.UTF_8);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Decided(
                ID, new Body(1, "a"), NORTH, new UUID(3, 3), decision.urgency(), at, at.plusMillis(50), document));
        facts.add(new Fact.Referenced(ID, 1, at, assessment.patientReference()));
        decision.referrals().forEach(one -> facts.add(referral(one.queue().name(), "ROUTED", one.urgency())));
        if (decision.urgency() == Urgency.EMERGENCY) {
            facts.add(new Fact.AlertChanged(ID, new UUID(2, 2), 1, 1, "NOTIFYING", at, null));
        }
        return facts;
    }

    private static Fact referral(String state, Urgency urgency) {
        return referral("SPINE_SURGERY", state, urgency);
    }

    private static Fact referral(String queue, String state, Urgency urgency) {
        return new Fact.ReferralChanged(
                ID,
                UUID.nameUUIDFromBytes(queue.getBytes(StandardCharsets.UTF_8)),
                1,
                1,
                queue,
                urgency,
                true,
                state,
                Submitting.NOW,
                "NOT_OURS",
                "Ask for an X-ray first.",
                "East wing",
                Submitting.NOW,
                Submitting.NOW);
    }
}
