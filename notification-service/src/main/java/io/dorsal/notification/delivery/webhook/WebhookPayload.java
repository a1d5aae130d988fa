package io.dorsal.notification.delivery.webhook;

import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Wording;
import java.util.UUID;

/** The body of a webhook: thin, and the same over all attempts. */
record WebhookPayload(String type, String timestamp, Data data) {

    static WebhookPayload of(Message message, Wording wording) {
        return new WebhookPayload(
                message.notice() ? "alert.news" : "alert.notifying",
                message.raisedAt().toString(),
                new Data(
                        message.alert().value(),
                        message.clinicId(),
                        message.kind().name(),
                        message.urgency().name(),
                        wording.headline(message),
                        wording.link(message)));
    }

    record Data(UUID alertId, String clinicId, String kind, String urgency, String rule, String link) {}
}
