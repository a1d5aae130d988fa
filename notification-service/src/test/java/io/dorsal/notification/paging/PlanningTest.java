package io.dorsal.notification.paging;

import static io.dorsal.notification.alert.DecisionBuilder.aDecision;
import static io.dorsal.notification.alert.DecisionBuilder.anEmergency;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dorsal.notification.alert.Acknowledging;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.CaseFile;
import io.dorsal.notification.alert.Change;
import io.dorsal.notification.alert.Decided;
import io.dorsal.notification.alert.Learning;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.alert.SourcePosition;
import io.dorsal.notification.alert.Suspicion;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.PlannedDelivery;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.policy.SomePolicies;
import io.dorsal.notification.policy.Turn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private final Policies policies = SomePolicies.inTwoSteps();
    private final AssessmentId id = new AssessmentId(UUID.randomUUID());

    @Test
    void aRaisedAlertTellsTheContactsOfTheFirstStepByEachOfTheirChannels() {
        Change raised = raised();

        assertThat(Planning.deliveriesOf(raised, policies))
                .extracting(planned -> planned.message().delivery())
                .containsExactly(
                        DeliveryId.of(raised.alert().id(), Turn.FIRST, SomePolicies.ON_CALL, ChannelKind.EMAIL),
                        DeliveryId.of(raised.alert().id(), Turn.FIRST, SomePolicies.ON_CALL, ChannelKind.WEBHOOK));
    }

    @Test
    void theNextStepTellsItsOwnContacts() {
        Change next = raised().alert()
                .goOn(policies.emergenciesOf("metro"), NOW.plus(SomePolicies.PATIENCE))
                .orElseThrow();

        assertThat(Planning.deliveriesOf(next, policies))
                .extracting(PlannedDelivery::contactId)
                .containsOnly("oncall-metro", "duty-lead");
    }

    @Test
    void aNewEmergencyIsToldToWhoHoldsTheAlert() {
        Change news = newRuleOnAlertHeldBy("lead");

        assertThat(Planning.deliveriesOf(news, policies))
                .extracting(PlannedDelivery::contactId, PlannedDelivery::turn)
                .containsOnly(tuple("duty-lead", new Turn(3, 0)));
    }

    @Test
    void twoPiecesOfNewsUnderOneRevisionAreTwoDeliveries() {
        CaseFile file = new CaseFile(id, CaseFile.empty(id).revisions(), held("lead"));
        Learning first = file.learn(
                anEmergency().of(id).revision(2).rules("CES-1", "NEURO-1").build(), policies, NOW);
        Learning second = first.file()
                .learn(
                        anEmergency()
                                .of(id)
                                .revision(1)
                                .rules("INFECTION-1")
                                .body("b")
                                .build(),
                        policies,
                        NOW);

        List<PlannedDelivery> deliveries = Stream.of(first, second)
                .flatMap(learning -> learning.changes().stream())
                .flatMap(change -> Planning.deliveriesOf(change, policies).stream())
                .toList();

        assertThat(deliveries).hasSize(4).allMatch(planned -> planned.message().notice());
        assertThat(deliveries)
                .extracting(planned -> planned.message().delivery())
                .doesNotHaveDuplicates();
    }

    @Test
    void aFurtherRecordThatCouldNotBeProcessedIsToldToWhoHoldsTheAlert() {
        CaseFile file = new CaseFile(id, CaseFile.empty(id).revisions(), held("lead"));
        Suspicion suspicion =
                new Suspicion(new SourcePosition("intake.assessments.v1", 0, 7), Origin.UNKNOWN, "unreadable");

        Change suspected = file.suspect(suspicion, policies, NOW).changes().getFirst();

        assertThat(Planning.deliveriesOf(suspected, policies)).hasSize(2).allSatisfy(planned -> {
            assertThat(planned.contactId()).isEqualTo("duty-lead");
            assertThat(planned.message().headline()).contains("could not be processed");
        });
    }

    @Test
    void aHolderWhoIsNotOfTheChainIsToldTogetherWithIt() {
        Change news = newRuleOnAlertHeldBy("ops");

        assertThat(Planning.deliveriesOf(news, policies))
                .extracting(PlannedDelivery::contactId)
                .containsOnly("operations", "oncall-metro", "duty-lead");
    }

    @Test
    void aHolderWhomNoContactNamesIsReachedThroughTheWholeChain() {
        Change news = newRuleOnAlertHeldBy("somebody-else");

        assertThat(Planning.deliveriesOf(news, policies))
                .extracting(PlannedDelivery::contactId)
                .containsOnly("oncall-metro", "duty-lead");
    }

    @Test
    void anAnnotationTellsNobody() {
        CaseFile file = new CaseFile(id, CaseFile.empty(id).revisions(), raised().alert());
        Decided harmless =
                aDecision(Urgency.ROUTINE, "DEFAULT-1").of(id).revision(2).build();

        Change annotated = file.learn(harmless, policies, NOW).changes().getFirst();

        assertThat(Planning.deliveriesOf(annotated, policies)).isEmpty();
    }

    private Change raised() {
        return CaseFile.empty(id)
                .learn(anEmergency().of(id).build(), policies, NOW)
                .changes()
                .getFirst();
    }

    private Alert held(String subject) {
        return ((Acknowledging.Taken) raised().alert().acknowledge(subject, SomePolicies.LIMITS, NOW))
                .change()
                .alert();
    }

    private Change newRuleOnAlertHeldBy(String subject) {
        CaseFile file = new CaseFile(id, CaseFile.empty(id).revisions(), held(subject));
        Decided news =
                anEmergency().of(id).revision(2).rules("CES-1", "NEURO-1").build();
        return file.learn(news, policies, NOW).changes().getFirst();
    }
}
