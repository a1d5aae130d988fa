package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Urgency;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.reading.AlertFilter;
import io.dorsal.notification.reading.AlertReads;
import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.Events;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.SharedService;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who sees what of an alert, also while its network is not known yet, or has nobody of its own on call. */
class SightsIT extends SharedService {

    private static final Set<String> CHAINS = Set.of("metro", "coast");

    private final NotificationService service = new NotificationService();
    private final TokenIssuer tokens = TokenIssuer.shared();
    private final UUID assessment = Identities.newAssessmentId();
    private final Alert alert = new Alert(assessment, Identities.alertId(assessment, 1));
    private final AlertReads reads;

    @LocalServerPort
    private int port;

    SightsIT(@Autowired AlertReads reads) {
        this.reads = reads;
    }

    @Test
    void aPossibleEmergencyThatProvesToBeOneIsSeenAndAcknowledgedByThePeopleOfItsNetwork() {
        raiseOfUnknownOrigin();

        service.submit(Events.decidedFor("harbor", "coast", assessment, 1, Urgency.EMERGENCY, "CES-1"));
        await().untilAsserted(() -> assertThat(
                        cleo().get(alert.path()).body().path("kind").asString(""))
                .isEqualTo("EMERGENCY"));

        assertThat(cleo().get(alert.path()).body().path("findings")).hasSize(1);
        assertThat(cleo().get("/api/alerts").body().path("items").toString())
                .contains(alert.id().toString());
        assertThat(ada().get(alert.path()).status()).isEqualTo(404);
        assertThat(cleo().post(alert.path() + "/acknowledge").status()).isEqualTo(200);
    }

    @Test
    void whatADecisionSaysOfAPossibleEmergencyIsNothingForOtherNetworks() {
        raiseOfUnknownOrigin();

        service.submit(Events.decidedFor("harbor", "coast", assessment, 2, Urgency.SOON, "AGE-1"));

        await().untilAsserted(() ->
                assertThat(cleo().get(alert.path()).body().path("findings")).hasSize(1));
        assertThat(ada().get(alert.path()).status()).isEqualTo(404);
        assertThat(ada().post(alert.path() + "/acknowledge").status()).isEqualTo(404);
    }

    @Test
    void whoHoldsAnAlertGoesOnSeeingItAndThePeopleOfItsNetworkAreToldToo() {
        raiseOfUnknownOrigin();
        assertThat(ada().post(alert.path() + "/acknowledge").status()).isEqualTo(200);

        service.submit(Events.decidedFor("harbor", "coast", assessment, 1, Urgency.EMERGENCY, "CES-1"));

        NotificationService.awaitWebhooks(alert, 3);
        assertThat(NotificationService.webhookIds(alert))
                .as("a notice to the coast's staff")
                .anyMatch(id -> id.equals(alert.webhook(3, 0, "oncall-coast"))
                        || id.equals(alert.webhook(4, 0, "oncall-coast")));
        JsonNode held = ada().get(alert.path()).body();
        assertThat(held.path("kind").asString("")).isEqualTo("EMERGENCY");
        assertThat(held.path("findings"))
                .as("the answers of another network's patient")
                .isEmpty();
        assertThat(cleo().get(alert.path()).body().path("acknowledgedBy").asString(""))
                .isEqualTo("ada");
    }

    @Test
    void anEmergencyOfANetworkWithoutAChainIsActedOnByThoseWhoAreTold() {
        service.topics().send(Topics.PATIENTS, assessment, Events.patient(assessment, "isle", "islands", "p-isle"));
        service.raise(Events.decidedFor("isle", "islands", assessment, 1, Urgency.EMERGENCY, "CES-1"));

        await().untilAsserted(() -> assertThat(
                        ada().get(alert.path()).body().path("patientReference").asString(""))
                .isEqualTo("p-isle"));
        assertThat(cleo().get(alert.path()).body().path("findings")).hasSize(1);
        assertThat(operations().get(alert.path()).status()).isEqualTo(404);
        assertThat(ada().post(alert.path() + "/acknowledge").status()).isEqualTo(200);
    }

    @Test
    void operationsReadThatSomethingIsOddAndNothingThatAPatientAnswered() {
        service.raise(Events.emergency(assessment));
        service.topics().send(Topics.PATIENTS, assessment, Events.patient(assessment, "north", "metro", "p-odd"));
        service.submit(Events.withBody(Events.decided(assessment, 1, Urgency.ROUTINE, "DEFAULT-1"), "another"));
        String oddity = "/api/alerts/" + Identities.alertId(Identities.decisionId(assessment, 1), 1);

        await().untilAsserted(() -> assertThat(
                        ada().get(oddity).body().path("patientReference").asString(""))
                .isEqualTo("p-odd"));
        JsonNode read = operations().get(oddity).body();

        assertThat(read.path("kind").asString("")).isEqualTo("OPERATIONS");
        assertThat(read.path("findings")).isEmpty();
        assertThat(read.path("earlierRevisions")).isEmpty();
        assertThat(read.toString()).doesNotContain("p-odd", "because", "RETENTION");
    }

    @Test
    void operationsOfOneNetworkSeeNothingOfAnother() {
        service.raise(Events.emergency(assessment));
        service.submit(Events.withBody(Events.decided(assessment, 1, Urgency.ROUTINE, "DEFAULT-1"), "another"));
        AlertId oddity = new AlertId(Identities.alertId(Identities.decisionId(assessment, 1), 1));

        await().untilAsserted(() ->
                assertThat(reads.read(oddity, operationsOf("metro"))).isPresent());

        assertThat(reads.read(oddity, operationsOf("coast"))).isEmpty();
        assertThat(reads.list(new AlertFilter(null, null, 200), operationsOf("coast")))
                .noneMatch(listed -> listed.id().equals(oddity));
    }

    private static Sight operationsOf(String network) {
        return new Sight("ops", false, false, true, Set.of(network), CHAINS);
    }

    private void raiseOfUnknownOrigin() {
        service.topics().send(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), assessment.toString(), new byte[] {1});
        NotificationService.awaitWebhooks(alert, 2);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ada().get(alert.path()).body().has("deliveredAt"))
                        .isTrue());
    }

    private Api ada() {
        return new Api(port, tokens.onCall("ada", "metro"));
    }

    private Api cleo() {
        return new Api(port, tokens.onCall("cleo", "coast"));
    }

    private Api operations() {
        return new Api(port, tokens.operations());
    }
}
