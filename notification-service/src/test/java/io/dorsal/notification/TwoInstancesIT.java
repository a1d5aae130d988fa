package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.Outside;
import io.dorsal.notification.support.Stream;
import io.dorsal.notification.support.WebhookSink;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.platform.TestDatabase;
import io.dorsal.testsupport.platform.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances share the topics and the database. */
class TwoInstancesIT {

    private final NotificationService service = new NotificationService();
    private final TestDatabase database = TestPlatform.newDatabase();
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();

    @AfterEach
    void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void togetherTheyTellEachEmergencyOnceAndEitherAnswersForBoth() throws Exception {
        ConfigurableApplicationContext first = start();
        ConfigurableApplicationContext second = start();
        Api ada = api(first, "ada");
        Api ben = api(second, "ben");

        try (Stream stream = Stream.open(ben, null)) {
            stream.awaitOpen();
            List<Alert> alerts = IntStream.range(0, 60)
                    .mapToObj(i -> service.submitEmergency())
                    .toList();
            alerts.forEach(alert -> NotificationService.awaitWebhooks(alert, 1));
            ada.post(alerts.getFirst().path() + "/acknowledge");

            stream.await(event ->
                    event.isAbout(alerts.getFirst().id()) && event.name().equals("ACKNOWLEDGED"));
            await().during(Duration.ofSeconds(1)).untilAsserted(() -> {
                for (Alert alert : alerts) {
                    assertThat(NotificationService.webhookIds(alert)).hasSize(1);
                    assertThat(stream.events().stream()
                                    .filter(event -> event.isAbout(alert.id())
                                            && event.name().equals("RAISED")))
                            .hasSize(1);
                }
            });
        }
    }

    @Test
    void whatOneLeavesBehindTheOtherTakesUp() {
        start();
        ConfigurableApplicationContext leaving = start();
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            alerts.add(service.submitEmergency());
        }

        leaving.close();
        for (int i = 0; i < 20; i++) {
            alerts.add(service.submitEmergency());
        }

        alerts.forEach(alert -> NotificationService.awaitWebhooks(alert, 1));
        alerts.forEach(
                alert -> assertThat(NotificationService.webhookIds(alert)).doesNotHaveDuplicates());
    }

    private ConfigurableApplicationContext start() {
        ConfigurableApplicationContext instance = SpringApplication.run(
                NotificationServiceApplication.class,
                "--server.port=0",
                "--management.server.port=0",
                "--logging.structured.format.console=",
                "--spring.kafka.bootstrap-servers=" + TestPlatform.bootstrapServers(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                        + TokenIssuer.shared().issuer(),
                "--spring.mail.port=" + Outside.MAIL.port(),
                "--DORSAL_WEBHOOK_URL=" + Outside.WEBHOOKS.url("/webhook"),
                "--DORSAL_WEBHOOK_SECRET=" + WebhookSink.SECRET,
                "--DORSAL_STATE_DIRECTORY=" + Outside.newStateDirectory());
        instances.add(instance);
        return instance;
    }

    private static Api api(ConfigurableApplicationContext instance, String subject) {
        int port = instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Api(port, TokenIssuer.shared().onCall(subject, "metro"));
    }
}
