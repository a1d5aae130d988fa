package io.dorsal.intake.submission;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static io.dorsal.intake.testing.SampleAssessments.anyKey;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.topics.TopicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A broker that acknowledges the one record and not the other: a topic takes none of its size. */
@IntakeServiceTest
class UnacknowledgedIT {

    private static final String LARGEST = "1048588";

    @LocalServerPort
    private int port;

    private final TopicClient topics = new TopicClient();
    private ClinicClient north = ClinicClient.withToken(null, 0);

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
    }

    @AfterEach
    void restore() throws Exception {
        acknowledge(Topics.ASSESSMENTS, true);
        acknowledge(Topics.PATIENTS, true);
        topics.close();
    }

    @Test
    void theAnswerNamesTheKeyUnderWhichTheSameIsAcceptedOnce() throws Exception {
        String body = backPain(anyPatient(), 4);
        acknowledge(Topics.ASSESSMENTS, false);

        Answer unacknowledged = await().until(() -> north.submit(body, null), answer -> answer.status() == 503);

        assertThat(unacknowledged.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(Integer.parseInt(unacknowledged.header("Retry-After"))).isPositive();
        acknowledge(Topics.ASSESSMENTS, true);
        Answer accepted = await().until(
                        () -> north.submit(body, unacknowledged.text("idempotencyKey")),
                        answer -> answer.status() == 202);
        assertThat(accepted.text("assessmentId")).isEqualTo(unacknowledged.text("assessmentId"));
        assertOneEffect(UUID.fromString(accepted.text("assessmentId")));
    }

    @Test
    void anAssessmentWithoutItsPatientIsNotAcceptedAndTheRetryBringsBoth() throws Exception {
        acknowledge(Topics.PATIENTS, false);
        await().until(() -> north.submit(anyBackPain(), null).status() == 503);
        String key = anyKey();
        String patient = anyPatient();

        Answer unacknowledged = north.submit(backPain(patient, 4), key);

        assertThat(unacknowledged.status()).isEqualTo(503);
        assertThat(unacknowledged.text("idempotencyKey")).isEqualTo(key);
        assertThat(unacknowledged.text()).doesNotContain(patient);
        acknowledge(Topics.PATIENTS, true);
        await().until(() -> north.submit(anyBackPain(), null).status() == 202);
        assertThat(north.submit(backPain(patient, 5), key).status()).isEqualTo(422);
        Answer accepted = north.submit(backPain(patient, 4), key);
        assertThat(accepted.status()).isEqualTo(202);
        assertOneEffect(UUID.fromString(accepted.text("assessmentId")));
        assertThat(north.post(
                                "/api/assessments/search",
                                BodyPublishers.ofString("{\"patientReference\": \"" + patient + "\"}"))
                        .json()
                        .required("items")
                        .size())
                .isEqualTo(1);
    }

    private void assertOneEffect(UUID id) {
        assertThat(topics.events(Topics.ASSESSMENTS, id).stream().distinct()).hasSize(1);
        assertThat(topics.events(Topics.PATIENTS, id).stream().distinct()).hasSize(1);
        await().until(() -> north.read(id.toString()).json().has("patientReference"));
    }

    private static void acknowledge(Topic<?> topic, boolean willing) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        ConfigEntry largest = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, willing ? LARGEST : "1");
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestPlatform.bootstrapServers()))) {
            admin.incrementalAlterConfigs(
                            Map.of(resource, List.of(new AlterConfigOp(largest, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
