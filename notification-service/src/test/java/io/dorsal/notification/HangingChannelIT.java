package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.support.FaultyService;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.Outside;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(FaultyService.FIRST)
class HangingChannelIT extends FaultyService {

    private final NotificationService service = new NotificationService();

    @Test
    void aHangingMailServerDelaysNoWebhookAndNoMailIsLostByIt() {
        Alert warmUp = service.raise();
        await().untilAsserted(() -> assertThat(Outside.MAIL.mails(warmUp.id())).hasSize(1));
        SMTP.hang();

        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long sent = System.nanoTime();
            Alert alert = service.raise();
            alerts.add(alert);
            long took = Outside.WEBHOOKS.arrivals(alert.id()).getFirst().atNanos() - sent;
            assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(3));
        }
        SMTP.restore();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (Alert alert : alerts) {
                assertThat(NotificationService.mailIds(alert)).containsOnly(alert.mail(1, 1, "oncall-metro"));
            }
        });
    }
}
