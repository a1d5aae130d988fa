package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.Events;
import io.dorsal.notification.support.Outside;
import io.dorsal.notification.support.ServiceOfItsOwn;
import io.dorsal.notification.support.WebhookSink.Arrival;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.platform.TcpProxy;
import io.dorsal.testsupport.platform.TestDatabase;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.topics.TopicClient;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service starts while the database is away: its tables are not even there. */
@ServiceOfItsOwn
class StartWithoutDatabaseIT {

    private static final TestDatabase DATABASE = TestPlatform.newDatabase();
    private static final TcpProxy PROXY = cutProxy();

    private final TopicClient topics = new TopicClient();

    @LocalServerPort
    private int port;

    @Value("${local.management.port}")
    private int managementPort;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        Outside.register(registry);
        registry.add("notification.fail-open-after", () -> "2s");
        registry.add("spring.datasource.url", () -> DATABASE.behind(PROXY).url());
        registry.add("spring.datasource.username", DATABASE::user);
        registry.add("spring.datasource.password", DATABASE::password);
    }

    @Test
    void emergenciesAreToldAndTheTablesComeWhenTheDatabaseDoes() {
        UUID assessment = Identities.newAssessmentId();
        UUID alert = Identities.alertId(assessment, 1);

        topics.send(Topics.EMERGENCIES, assessment, Events.emergency(assessment));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Outside.WEBHOOKS.arrivals(alert))
                        .extracting(Arrival::id)
                        .containsExactly(Identities.deliveryId(alert, 1, 1, "duty-lead", "WEBHOOK")
                                .toString()));
        assertThat(management().get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(management().get("/actuator/health/liveness").status()).isEqualTo(200);

        PROXY.restore();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(onCall().get("/api/alerts/" + alert)
                                .body()
                                .path("timeline")
                                .toString())
                        .contains("told while the database was away"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                management().get("/actuator/health/readiness").status())
                        .isEqualTo(200));
        assertThat(onCall().post("/api/alerts/" + alert + "/acknowledge").status())
                .isEqualTo(200);
    }

    private Api onCall() {
        return new Api(port, TokenIssuer.shared().onCall("ada", "metro"));
    }

    private Api management() {
        return new Api(managementPort, TokenIssuer.shared().admin());
    }

    private static TcpProxy cutProxy() {
        try {
            TcpProxy proxy = TcpProxy.inFrontOf(DATABASE.host(), DATABASE.port());
            proxy.cut();
            return proxy;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
