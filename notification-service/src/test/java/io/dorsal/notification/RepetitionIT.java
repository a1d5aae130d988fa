package io.dorsal.notification;

import static io.dorsal.notification.support.NotificationService.mailIds;
import static io.dorsal.notification.support.NotificationService.webhookIds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.Urgency;
import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.Events;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.Outside;
import io.dorsal.notification.support.SharedService;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class RepetitionIT extends SharedService {

    private final NotificationService service = new NotificationService();

    @LocalServerPort
    private int port;

    @AfterEach
    void acceptAgain() {
        Outside.WEBHOOKS.answer(204);
    }

    @Test
    void anAlertRepeatsAndWidensUntilSomebodyAcknowledgesAndThenIsSilent() {
        Alert alert = service.raise(
                Events.decidedFor("north", QUICK, Identities.newAssessmentId(), 1, Urgency.EMERGENCY, "CES-1"));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(webhookIds(alert))
                    .contains(
                            alert.webhook(1, 1, "oncall-metro"),
                            alert.webhook(1, 2, "oncall-metro"),
                            alert.webhook(1, 2, "duty-lead"),
                            alert.webhook(2, 1, "oncall-metro"));
            assertThat(mailIds(alert)).contains(alert.mail(1, 2, "duty-lead"), alert.mail(2, 1, "oncall-metro"));
        });
        ada().post(alert.path() + "/acknowledge");
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        List<String> told = webhookIds(alert);

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(webhookIds(alert)).isEqualTo(told).doesNotHaveDuplicates());
    }

    @Test
    void aChannelThatRefusesIsTriedAgainUnderTheSameId() {
        Outside.WEBHOOKS.answer(503);
        Alert alert = service.submit(
                Events.decidedFor("harbor", "coast", Identities.newAssessmentId(), 1, Urgency.EMERGENCY, "CES-1"));
        NotificationService.awaitWebhooks(alert, 2);
        Outside.WEBHOOKS.answer(204);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                new Api(port, TokenIssuer.shared().admin())
                                        .get(alert.path())
                                        .body()
                                        .path("timeline")
                                        .toString())
                        .contains(
                                "\"outcome\":\"FAILED\",\"detail\":\"503\"",
                                "\"outcome\":\"ACCEPTED\",\"detail\":\"204\""));
        assertThat(webhookIds(alert)).containsOnly(alert.webhook(1, 1, "oncall-coast"));
    }

    @Test
    void aRedirectIsNotFollowed() {
        Outside.WEBHOOKS.answer(302);
        Alert alert = service.submit(
                Events.decidedFor("harbor", "coast", Identities.newAssessmentId(), 1, Urgency.EMERGENCY, "CES-1"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                new Api(port, TokenIssuer.shared().admin())
                                        .get(alert.path())
                                        .body()
                                        .path("timeline")
                                        .toString())
                        .contains("\"outcome\":\"REFUSED\",\"detail\":\"302\""));
        assertThat(Outside.WEBHOOKS.all()).noneMatch(arrival -> arrival.path().equals("/elsewhere"));
    }

    @Test
    void aNewEmergencyRuleIsToldToTheHolderOnce() {
        UUID assessment = Identities.newAssessmentId();
        Alert alert = service.raise(Events.decidedFor("harbor", "coast", assessment, 1, Urgency.EMERGENCY, "CES-1"));
        new Api(port, TokenIssuer.shared().onCall("oncall-coast", "coast")).post(alert.path() + "/acknowledge");

        service.submit(Events.decidedFor("harbor", "coast", assessment, 2, Urgency.EMERGENCY, "CES-1", "NEURO-1"));
        service.submit(Events.decidedFor("harbor", "coast", assessment, 3, Urgency.SOON, "AGE-1"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(webhookIds(alert))
                        .hasSize(2)
                        .startsWith(alert.webhook(1, 1, "oncall-coast"))
                        .last()
                        .isIn(noticesOf(alert)));
        await().untilAsserted(() -> assertThat(service.topics().events(Topics.ALERTS, assessment))
                .last()
                .satisfies(event -> {
                    assertThat(event.getUrgency()).isEqualTo(Urgency.SOON);
                    assertThat(event.getRules()).containsExactly("CES-1", "NEURO-1");
                    assertThat(event.getAcknowledgedBy()).isEqualTo("oncall-coast");
                }));
        assertThat(service.topics().events(Topics.ALERTS, assessment))
                .extracting(AlertChanged::getVersion)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void twoBodiesUnderOneRevisionAreToldToOperations() {
        UUID assessment = Identities.newAssessmentId();
        Alert alert = service.raise(Events.decidedFor("harbor", "coast", assessment, 1, Urgency.EMERGENCY, "CES-1"));
        UUID oddity = Identities.alertId(Identities.decisionId(assessment, 1), 1);

        service.submit(Events.withBody(Events.decided(assessment, 1, Urgency.ROUTINE, "DEFAULT-1"), "another"));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Outside.WEBHOOKS.arrivals(oddity))
                        .singleElement()
                        .satisfies(arrival -> assertThat(
                                        arrival.body().path("data").path("kind").asString())
                                .isEqualTo("OPERATIONS")));
        assertThat(new Api(port, TokenIssuer.shared().admin())
                        .get(alert.path())
                        .body()
                        .path("urgency")
                        .asString())
                .isEqualTo("EMERGENCY");
    }

    /** A notice bears the alert's version, which depends on how soon the deliveries before it were accepted. */
    private static List<String> noticesOf(Alert alert) {
        return IntStream.rangeClosed(2, 6)
                .mapToObj(version -> alert.webhook(version, 0, "oncall-coast"))
                .toList();
    }

    private Api ada() {
        return new Api(port, TokenIssuer.shared().onCall("ada", QUICK));
    }
}
