package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AlertChanged;
import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.Events;
import io.dorsal.notification.support.MailSink.Mail;
import io.dorsal.notification.support.Outside;
import io.dorsal.notification.support.ServiceOfItsOwn;
import io.dorsal.notification.support.Stream;
import io.dorsal.notification.support.WebhookSink.Arrival;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.platform.TcpProxy;
import io.dorsal.testsupport.platform.TestDatabase;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.topics.TopicClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database is away while emergencies arrive. */
@ServiceOfItsOwn
class DatabaseOutageIT {

    private static final Duration BAR = Duration.ofSeconds(15);
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final TestDatabase DATABASE = TestPlatform.newDatabase();
    private static final TcpProxy PROXY = proxy();

    private final TopicClient topics = new TopicClient();

    @LocalServerPort
    private int port;

    @Value("${local.management.port}")
    private int managementPort;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        Outside.register(registry);
        registry.add("spring.datasource.url", () -> DATABASE.behind(PROXY).url());
        registry.add("spring.datasource.username", DATABASE::user);
        registry.add("spring.datasource.password", DATABASE::password);
    }

    @AfterEach
    void restore() {
        PROXY.restore();
    }

    @Test
    void anEmergencyInAnOutageReachesTheFallbackContactInTimeAndOnce() throws Exception {
        Emergency before = send();
        awaitTold(before.alert(), "oncall-metro", BAR);
        int parkedBefore = parked();

        Stream stream = Stream.open(onCall(), null);
        stream.awaitOpen();
        long start = System.nanoTime();
        PROXY.cut();
        Emergency first = send();
        // The listener waits with the first by now: this one stands behind it and is not polled.
        sleepUntil(start, Duration.ofSeconds(5));
        Emergency behind = send();
        awaitTold(first.alert(), "duty-lead", BAR.minus(since(first.sentAt())));
        awaitTold(behind.alert(), "duty-lead", BAR.minus(since(behind.sentAt())));
        Emergency late = send();
        awaitTold(late.alert(), "duty-lead", Duration.ofSeconds(5));
        assertThat(onCall().get("/api/alerts").status()).isEqualTo(503);

        assertThat(stream.isOpen()).as("a stream that hears nothing must end").isFalse();
        assertThat(new Api(managementPort, TokenIssuer.shared().admin()).text("/actuator/prometheus"))
                .contains("dorsal_alerts_failing_open 1.0", "mode=\"FAIL_OPEN\"", "mode=\"NORMAL\"");

        sleepUntil(start, OUTAGE);
        PROXY.restore();

        for (Emergency emergency : List.of(first, behind, late)) {
            awaitTold(emergency.alert(), "oncall-metro", Duration.ofSeconds(30));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(timeline(emergency.alert())).contains("told while the database was away"));
        }
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(6)).untilAsserted(() -> {
            for (Emergency emergency : List.of(before, first, behind, late)) {
                assertThat(Outside.WEBHOOKS.arrivals(emergency.alert()))
                        .extracting(Arrival::id)
                        .doesNotHaveDuplicates();
                assertThat(Outside.MAIL.mails(emergency.alert()))
                        .extracting(Mail::delivery)
                        .doesNotHaveDuplicates();
            }
        });
        assertThat(Outside.WEBHOOKS.arrivals(first.alert()))
                .extracting(Arrival::id)
                .containsExactlyInAnyOrder(
                        Identities.deliveryId(first.alert(), 1, 1, "duty-lead", "WEBHOOK")
                                .toString(),
                        Identities.deliveryId(first.alert(), 1, 1, "oncall-metro", "WEBHOOK")
                                .toString());
        assertThat(parked()).as("parked").isEqualTo(parkedBefore);
        assertEventsAgree(first);
    }

    private void assertEventsAgree(Emergency emergency) {
        List<AlertChanged> events = topics.events(Topics.ALERTS, emergency.assessment());
        List<AlertChanged> raised =
                events.stream().filter(event -> event.getVersion() == 1).toList();
        assertThat(raised).hasSizeGreaterThanOrEqualTo(2);
        assertThat(raised)
                .extracting(AlertChanged::getEventId)
                .containsOnly(raised.getFirst().getEventId());
        assertThat(raised)
                .extracting(AlertChanged::getRaisedAt)
                .containsOnly(raised.getFirst().getRaisedAt());
    }

    private Emergency send() {
        UUID assessment = Identities.newAssessmentId();
        topics.send(Topics.EMERGENCIES, assessment, Events.emergency(assessment));
        return new Emergency(assessment, Identities.alertId(assessment, 1), System.nanoTime());
    }

    private static void awaitTold(UUID alert, String contact, Duration atMost) {
        String webhook = Identities.deliveryId(alert, 1, 1, contact, "WEBHOOK").toString();
        String mail = Identities.deliveryId(alert, 1, 1, contact, "EMAIL").toString();
        await().atMost(atMost).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            assertThat(Outside.WEBHOOKS.arrivals(alert)).extracting(Arrival::id).contains(webhook);
            assertThat(Outside.MAIL.mails(alert)).extracting(Mail::delivery).contains(mail);
        });
    }

    private String timeline(UUID alert) {
        return onCall().get("/api/alerts/" + alert).body().path("timeline").toString();
    }

    private Api onCall() {
        return new Api(port, TokenIssuer.shared().onCall("ada", "metro"));
    }

    private int parked() {
        return topics.records(Subscriptions.NOTIFICATION_EMERGENCIES.parkedTopic())
                .size();
    }

    private static void sleepUntil(long start, Duration after) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(1))
                .until(() -> since(start).compareTo(after) >= 0);
    }

    private static Duration since(long nanos) {
        return Duration.of(System.nanoTime() - nanos, TimeUnit.NANOSECONDS.toChronoUnit());
    }

    private static TcpProxy proxy() {
        try {
            return TcpProxy.inFrontOf(DATABASE.host(), DATABASE.port());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Emergency(UUID assessment, UUID alert, long sentAt) {}
}
