package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.Events;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.SharedService;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What operators see of the service, and what they must never see in it. */
@ExtendWith(OutputCaptureExtension.class)
class ObservabilityIT extends SharedService {

    private final NotificationService service = new NotificationService();
    private final UUID assessment = Identities.newAssessmentId();

    @LocalServerPort
    private int port;

    @Value("${local.management.port}")
    private int managementPort;

    @Test
    void theMetersTellWhatIsPublicOfThem() {
        Alert alert = service.raise();
        await().untilAsserted(() ->
                assertThat(ada().get(alert.path()).body().has("deliveredAt")).isTrue());
        ada().post(alert.path() + "/acknowledge");
        service.topics().send(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), assessment.toString(), new byte[] {1});

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(meters())
                        .contains(
                                "dorsal_alerts_open{kind=\"EMERGENCY\"}",
                                "dorsal_alerts_failing_open 0.0",
                                "dorsal_alerts_untold_age_seconds",
                                "dorsal_alerts_unacknowledged_age_seconds{kind=\"EMERGENCY\"}",
                                "dorsal_time_to_alert_seconds_bucket{kind=\"EMERGENCY\",le=\"5.0\"}",
                                "dorsal_time_to_acknowledge_seconds_count{kind=\"EMERGENCY\"}",
                                "dorsal_delivery_attempts_total{channel=\"EMAIL\",mode=\"NORMAL\",outcome=\"ACCEPTED\"}",
                                "dorsal_listener_processed_total{group=\"notification-service\",topic=\"triage.emergencies.v1\"}",
                                "dorsal_parked_reported_total{emergency=\"POSSIBLE\",group=\"triage-service\"}"));
    }

    @Test
    void neitherLogsNorMetersTellWhatAPatientIsOrAnswered(CapturedOutput output) {
        String patient = "patient-" + UUID.randomUUID();
        String token = TokenIssuer.shared().onCall("ada", "metro");
        service.topics().send(Topics.PATIENTS, assessment, Events.patient(assessment, "north", "metro", patient));
        Alert alert = service.raise(Events.emergency(assessment));
        service.topics()
                .send(
                        Topics.EMERGENCIES.name(),
                        assessment.toString(),
                        "unreadable, RETENTION".getBytes(StandardCharsets.UTF_8));
        service.topics()
                .send(
                        Subscriptions.NOTIFICATION_PATIENTS.parkedTopic(),
                        assessment.toString(),
                        patient.getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() ->
                assertThat(ada().get(alert.path()).body().toString()).contains(patient, "RETENTION", "SUSPECTED"));
        ada().get("/api/alerts?state=" + patient);
        ada().get(alert.path() + "/" + patient);
        ada().post(alert.path() + "/acknowledge", "If-Match", patient);

        assertThat(output.getAll()).contains("Parked the record");
        assertThat(output.getAll().lines())
                .filteredOn(line -> Stream.of(patient, "RETENTION", token).anyMatch(line::contains))
                .isEmpty();
        assertThat(meters()).doesNotContain(patient, "RETENTION", assessment.toString());
    }

    private String meters() {
        return new Api(managementPort, TokenIssuer.shared().admin()).text("/actuator/prometheus");
    }

    private Api ada() {
        return new Api(port, TokenIssuer.shared().onCall("ada", "metro"));
    }
}
