package io.dorsal.notification.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Wording;
import io.dorsal.notification.link.SomeLinks;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Receivers are programs of other people: what they read stays as it was published here. */
class WebhookPayloadTest {

    private static final UUID ALERT = UUID.fromString("7d1f6a52-6cf1-5c0e-9a6e-0c5d3d6b1a11");

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void anAlertThatIsToBeAcknowledgedReadsAsPublished() {
        assertBody(message(AlertKind.EMERGENCY, false), """
                {
                  "type": "alert.notifying",
                  "timestamp": "2026-11-22T03:00:00Z",
                  "data": {
                    "alertId": "7d1f6a52-6cf1-5c0e-9a6e-0c5d3d6b1a11",
                    "clinicId": "north",
                    "kind": "EMERGENCY",
                    "urgency": "EMERGENCY",
                    "rule": "cauda equina syndrome",
                    "link": "http://localhost:8084/api/alerts/7d1f6a52-6cf1-5c0e-9a6e-0c5d3d6b1a11"
                  }
                }
                """);
    }

    @Test
    void newsForWhoHoldsTheAlertReadAsPublished() {
        assertBody(message(AlertKind.POSSIBLE_EMERGENCY, true), """
                {
                  "type": "alert.news",
                  "timestamp": "2026-11-22T03:00:00Z",
                  "data": {
                    "alertId": "7d1f6a52-6cf1-5c0e-9a6e-0c5d3d6b1a11",
                    "clinicId": "north",
                    "kind": "POSSIBLE_EMERGENCY",
                    "urgency": "EMERGENCY",
                    "rule": "cauda equina syndrome",
                    "link": "http://localhost:8084/api/alerts/7d1f6a52-6cf1-5c0e-9a6e-0c5d3d6b1a11"
                  }
                }
                """);
    }

    private void assertBody(Message message, String published) {
        Wording wording = new Wording("http://localhost:8084/api/alerts/{alertId}", SomeLinks.LINKS);

        assertThat(json.readTree(json.writeValueAsString(WebhookPayload.of(message, wording))))
                .isEqualTo(json.readTree(published));
    }

    private static Message message(AlertKind kind, boolean notice) {
        return new Message(
                new DeliveryId(UUID.randomUUID()),
                new AlertId(ALERT),
                kind,
                notice,
                "north",
                Urgency.EMERGENCY,
                "cauda equina syndrome",
                Instant.parse("2026-11-22T03:00:00Z"));
    }
}
