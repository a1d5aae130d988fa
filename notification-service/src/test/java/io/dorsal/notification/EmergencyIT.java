package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AlertState;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.Events;
import io.dorsal.notification.support.MailSink.Mail;
import io.dorsal.notification.support.Outside;
import io.dorsal.notification.support.SharedService;
import io.dorsal.notification.support.WebhookSink.Arrival;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class EmergencyIT extends SharedService {

    private final TopicClient topics = new TopicClient();
    private final UUID assessment = Identities.newAssessmentId();
    private final UUID alert = Identities.alertId(assessment, 1);

    @LocalServerPort
    private int port;

    @Test
    void anEmergencyReachesItsContactByEachChannelOnce() {
        topics.send(Topics.PATIENTS, assessment, Events.patient(assessment, "north", "metro", "p-" + assessment));
        topics.send(Topics.EMERGENCIES, assessment, Events.emergency(assessment));

        List<Arrival> webhooks = awaitWebhooks(1);
        await().untilAsserted(() -> assertThat(Outside.MAIL.mails(alert)).hasSize(1));
        Mail mail = Outside.MAIL.mails(alert).getFirst();

        assertThat(webhooks.getFirst().id())
                .isEqualTo(Identities.deliveryId(alert, 1, 1, "oncall-metro", "WEBHOOK")
                        .toString());
        assertThat(webhooks.getFirst().body().path("type").asString()).isEqualTo("alert.notifying");
        assertThat(webhooks.getFirst().body().path("data").path("rule").asString())
                .isEqualTo("title of CES-1");
        assertThat(Outside.WEBHOOKS.complaints()).isEmpty();
        String mailDelivery =
                Identities.deliveryId(alert, 1, 1, "oncall-metro", "EMAIL").toString();
        assertThat(mail.delivery()).isEqualTo(mailDelivery);
        assertThat(mail.messageId()).isEqualTo("<" + mailDelivery + "@dorsal.localhost>");
        assertThat(mail.subject()).isEqualTo("EMERGENCY: title of CES-1 (north)");
        assertThat(mail.text()).contains(alert.toString()).doesNotContain("p-" + assessment);
    }

    @Test
    void theSameDecisionTwiceHasOneEffect() {
        UrgencyDecided event = Events.emergency(assessment);
        topics.send(Topics.EMERGENCIES, assessment, event);
        awaitWebhooks(1);
        topics.send(Topics.EMERGENCIES, assessment, event);
        UUID other = Identities.newAssessmentId();
        topics.send(Topics.EMERGENCIES, other, Events.emergency(other));
        awaitWebhooks(Identities.alertId(other, 1), 1);

        await().during(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(Outside.WEBHOOKS.arrivals(alert)).hasSize(1));
        assertThat(topics.events(Topics.ALERTS, assessment))
                .extracting(AlertChanged::getVersion)
                .doesNotHaveDuplicates();
    }

    @Test
    void acknowledgingStopsTheChainAndSaysSoToTheOthers() {
        topics.send(Topics.EMERGENCIES, assessment, Events.emergency(assessment));
        awaitWebhooks(1);
        await().untilAsserted(() -> assertThat(api("ada")
                        .get("/api/alerts/" + alert)
                        .body()
                        .path("deliveredAt")
                        .isMissingNode())
                .isFalse());

        Api.Answer taken = api("ada").post("/api/alerts/" + alert + "/acknowledge");
        Api.Answer again = api("ada").post("/api/alerts/" + alert + "/acknowledge");
        Api.Answer second = api("ben").post("/api/alerts/" + alert + "/acknowledge");

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().path("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(taken.header("ETag"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("acknowledgedBy").asString()).isEqualTo("ada");
        await().untilAsserted(() -> assertThat(topics.events(Topics.ALERTS, assessment))
                .last()
                .satisfies(event -> {
                    assertThat(event.getState()).isEqualTo(AlertState.ACKNOWLEDGED);
                    assertThat(event.getPreviousState()).isEqualTo(AlertState.NOTIFYING);
                    assertThat(event.getAcknowledgedBy()).isEqualTo("ada");
                    assertThat(event.getDeliveredAt()).isNotNull();
                    assertThat(event.getNextAt())
                            .as("when the patient is to be reached at the latest")
                            .isEqualTo(event.getChangedAt().plus(Duration.ofMinutes(15)));
                }));
    }

    @Test
    void whatOnCallStaffNeedStandsInOneRead() {
        topics.send(Topics.PATIENTS, assessment, Events.patient(assessment, "north", "metro", "p-" + assessment));
        topics.send(Topics.EMERGENCIES, assessment, Events.emergency(assessment));
        awaitWebhooks(1);
        await().untilAsserted(() -> assertThat(api("ada")
                        .get("/api/alerts/" + alert)
                        .body()
                        .path("timeline")
                        .toString())
                .contains("\"outcome\":\"ACCEPTED\"", "WEBHOOK", "EMAIL"));

        Api.Answer read = api("ada").get("/api/alerts/" + alert);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).matches("\"[0-9]+\"");
        assertThat(read.body().path("patientReference").asString()).isEqualTo("p-" + assessment);
        assertThat(read.body().path("clinic").path("phone").asString()).isEqualTo("+49 30 5550 0101");
        assertThat(read.body()
                        .path("findings")
                        .get(0)
                        .path("because")
                        .get(0)
                        .path("path")
                        .asString())
                .isEqualTo("neuro.bladder");
        assertThat(read.body().path("rules").get(0).asString()).isEqualTo("CES-1");
    }

    private List<Arrival> awaitWebhooks(int count) {
        return awaitWebhooks(alert, count);
    }

    private static List<Arrival> awaitWebhooks(UUID alert, int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Outside.WEBHOOKS.arrivals(alert)).hasSize(count));
        return Outside.WEBHOOKS.arrivals(alert);
    }

    private Api api(String subject) {
        return new Api(port, TokenIssuer.shared().onCall(subject, "metro"));
    }
}
