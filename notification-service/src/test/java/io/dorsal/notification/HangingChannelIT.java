package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.Outside;
import io.dorsal.testsupport.platform.IntegrationTest;
import io.dorsal.testsupport.platform.TcpProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@IntegrationTest
@DirtiesContext
class HangingChannelIT {

    private static final TcpProxy SMTP = proxy();

    private final NotificationService service = new NotificationService();

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        Outside.register(registry);
        registry.add("spring.mail.port", SMTP::port);
    }

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

    private static TcpProxy proxy() {
        try {
            return TcpProxy.inFrontOf("127.0.0.1", Outside.MAIL.port());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
