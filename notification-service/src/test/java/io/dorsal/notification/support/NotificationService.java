package io.dorsal.notification.support;

import static org.awaitility.Awaitility.await;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** What tests do with the service from outside. */
public final class NotificationService {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TopicClient topics = new TopicClient();

    /** An alert by what it is about. */
    public record Alert(UUID assessment, UUID id) {

        /** The delivery of this alert to a contact at a turn. */
        public String webhook(int round, int step, String contact) {
            return Identities.deliveryId(id, round, step, contact, "WEBHOOK").toString();
        }

        public String mail(int round, int step, String contact) {
            return Identities.deliveryId(id, round, step, contact, "EMAIL").toString();
        }

        public String path() {
            return "/api/alerts/" + id;
        }
    }

    public TopicClient topics() {
        return topics;
    }

    /** Sends an emergency of north, and does not wait for anything. */
    public Alert submitEmergency() {
        UUID assessment = Identities.newAssessmentId();
        return submit(Events.emergency(assessment));
    }

    public Alert submit(UrgencyDecided event) {
        UUID assessment = event.getAssessmentId();
        topics.send(Topics.EMERGENCIES, assessment, event);
        return new Alert(assessment, Identities.alertId(assessment, 1));
    }

    /** Sends an emergency, and waits until somebody was told by webhook. */
    public Alert raise() {
        return raise(Events.emergency(Identities.newAssessmentId()));
    }

    public Alert raise(UrgencyDecided event) {
        Alert alert = submit(event);
        awaitWebhooks(alert, 1);
        return alert;
    }

    public static void awaitWebhooks(Alert alert, int atLeast) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> Assertions.assertThat(Outside.WEBHOOKS.arrivals(alert.id()))
                        .hasSizeGreaterThanOrEqualTo(atLeast));
    }

    public static List<String> webhookIds(Alert alert) {
        return Outside.WEBHOOKS.arrivals(alert.id()).stream()
                .map(WebhookSink.Arrival::id)
                .toList();
    }

    public static List<String> mailIds(Alert alert) {
        return Outside.MAIL.mails(alert.id()).stream()
                .map(MailSink.Mail::delivery)
                .toList();
    }
}
