package io.dorsal.referral.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.dorsal.fhir.ToldDecision;
import io.dorsal.fhir.ToldDecision.ToldFinding;
import io.dorsal.referral.lifecycle.ActionName;
import io.dorsal.referral.lifecycle.AskedEnd;
import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Code;
import io.dorsal.referral.lifecycle.Origin;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralClock;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralRequest;
import io.dorsal.referral.lifecycle.ReferralState;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.testsupport.fhir.ResourceValidator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Referrals as resources, which are valid R4 as HAPI's validator has it. */
class ReferralResourcesTest {

    private static final Instant NOW = Instant.parse("2026-03-14T09:26:53.123Z");
    private static final UUID ASSESSMENT = new UUID(1, 1);
    private static final ResourceValidator VALIDATOR = ResourceValidator.knowing();
    private static final ToldDecision DECISION = new ToldDecision(
            "1",
            List.of(finding("NEURO-1", "Deficit that grows"), finding("CANCER-2", "Cancer before")),
            List.of(),
            List.of());

    private static final List<ReferralState> STATES = List.of(
            new ReferralState.Routed(),
            new ReferralState.Accepted(),
            new ReferralState.Scheduled(NOW, "East wing"),
            new ReferralState.NoShow(NOW, null),
            new ReferralState.Completed(Code.TREATED),
            new ReferralState.Returned(Code.WORK_UP_NEEDED, "Repeat CRP."),
            new ReferralState.Redirected(Queue.SPINE_SURGERY),
            new ReferralState.Withdrawn(),
            new ReferralState.Cancelled());

    @Test
    void everyStateIsAValidTaskAndRequestWithItsStatus() {
        assertThat(STATES).extracting(ReferralState::name).containsExactlyInAnyOrder(StateName.values());
        assertThat(STATES)
                .extracting(state -> {
                    Task task = valid(task(state));
                    ServiceRequest request = valid(request(record(state, "p-1", null)));
                    assertThat(task.getBusinessStatus().getCodingFirstRep().getCode())
                            .isEqualTo(state.code());
                    return state.code() + " " + task.getStatus().toCode() + " "
                            + request.getStatus().toCode();
                })
                .containsExactly(
                        "ROUTED requested active",
                        "ACCEPTED accepted active",
                        "SCHEDULED in-progress active",
                        "NO_SHOW on-hold active",
                        "COMPLETED completed completed",
                        "RETURNED rejected revoked",
                        "REDIRECTED cancelled revoked",
                        "WITHDRAWN cancelled revoked",
                        "CANCELLED cancelled revoked");
    }

    @Test
    void theCapabilitiesAreValid() {
        assertThat(VALIDATOR.errors(ReferralCapabilities.at("http://localhost:8083/fhir")))
                .isEmpty();
    }

    @Test
    void aRequestTellsItsRulesWithWhatTheyRestOnAndWhomItIsAbout() {
        ServiceRequest request = request(record(new ReferralState.Routed(), "p-1", null));

        assertThat(request.getReasonCode())
                .extracting(reason -> reason.getCodingFirstRep().getCode())
                .containsExactly("NEURO-1");
        assertThat(request.getNoteFirstRep().getText())
                .isEqualTo("Deficit that grows. Because neuro.deficit is YES. Rule NEURO-1, by S1.");
        assertThat(request.getPriority().toCode()).isEqualTo("asap");
        assertThat(request.getSubject().getIdentifier().getValue()).isEqualTo("p-1");
        assertThat(request.getRequisition().getValue()).isEqualTo("urn:uuid:" + ASSESSMENT);
    }

    @Test
    void aTaskTellsWhatIsToConfirmWhenItIsDueAndOfAnErasedPatientNothing() {
        Task task = valid(ReferralTasks.of(record(new ReferralState.Accepted(), null, AskedEnd.WITHDRAWAL), "North"));

        assertThat(((CodeableConcept) task.getInputFirstRep().getValue())
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("WITHDRAWAL");
        assertThat(task.getFor().hasIdentifier()).isFalse();
        assertThat(task.getOwner().getIdentifier().getValue()).isEqualTo("NEUROSURGERY");
        assertThat(task.getRestriction().getPeriod().getEnd()).isEqualTo(NOW.plusSeconds(60));
        assertThat(task.getMeta().getVersionId()).isEqualTo("3");
    }

    @Test
    void aTaskThatIsSentBackAsItWasReadButForItsStatusAsksForThatAlone() {
        Task task = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        Task.class,
                        FhirContext.forR4Cached().newJsonParser().encodeResourceToString(task(STATES.getFirst())));
        task.setStatus(Task.TaskStatus.ACCEPTED);

        assertThat(TaskReader.read(task))
                .isEqualTo(new TaskReading.Asked(new AskedAction(ActionName.ACCEPT, Map.of())));
    }

    private static <R extends Resource> R valid(R resource) {
        assertThat(VALIDATOR.errors(resource)).isEmpty();
        return resource;
    }

    private static Task task(ReferralState state) {
        return ReferralTasks.of(record(state, "p-1", null), "North clinic");
    }

    private static ServiceRequest request(ReferralRecord read) {
        return ReferralRequests.of(read, "North clinic", DECISION);
    }

    private static ReferralRecord record(ReferralState state, @Nullable String patient, @Nullable AskedEnd end) {
        AssessmentId assessment = new AssessmentId(ASSESSMENT);
        Referral referral = new Referral(
                ReferralId.of(assessment, Queue.NEUROSURGERY, 1),
                assessment,
                new Origin("north", "metro", false),
                1,
                1,
                new ReferralRequest(Queue.NEUROSURGERY, Urgency.URGENT, true, List.of("NEURO-1")),
                List.of(),
                state,
                end,
                NOW,
                ReferralClock.due(NOW.plusSeconds(60)),
                3,
                null);
        return new ReferralRecord(referral, NOW, patient, "{}");
    }

    private static ToldFinding finding(String rule, String title) {
        return new ToldFinding(
                rule,
                title,
                Urgency.URGENT,
                List.of("neuro.deficit is YES"),
                List.of("NEUROSURGERY"),
                null,
                List.of("S1"));
    }
}
