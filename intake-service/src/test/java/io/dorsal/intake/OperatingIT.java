package io.dorsal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.SampleAssessments;
import io.dorsal.testsupport.platform.IntegrationTest;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.util.ReflectionTestUtils;

@IntegrationTest
class OperatingIT {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private KafkaTemplate<String, byte[]> template;

    @Test
    void healthIsToldToEverybody() {
        ClinicClient probe = ClinicClient.withToken(null, managementPort);

        assertThat(probe.get("/actuator/health/readiness").text()).contains("UP");
        assertThat(probe.get("/actuator/health/liveness").text()).contains("UP");
        assertThat(probe.get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void everyMetricIsThereAndDescribed() {
        ClinicClient.of("north", port).submit(SampleAssessments.anyBackPain(), null);
        ClinicClient.of("north", port).submit("{}", null);

        String metrics = ClinicClient.withToken(null, managementPort)
                .get("/actuator/prometheus")
                .text();

        assertThat(metrics)
                .contains("# HELP dorsal_intake_accepted_total Submissions")
                .contains("dorsal_intake_refused_total{reason=\"INVALID\"}")
                .contains("dorsal_intake_acknowledgement_seconds_count")
                .contains("dorsal_intake_view_conflicts_total")
                .contains("dorsal_intake_view_decision_seconds_count")
                .doesNotContain("patient-");
    }

    @Test
    void theApiDescribesItself() {
        Answer answer = ClinicClient.withToken(null, port).get("/v3/api-docs");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().required("paths").propertyNames())
                .containsExactlyInAnyOrder("/api/assessments", "/api/assessments/{id}", "/api/assessments/search");
    }

    @Test
    void nothingRedirectsToALogin() {
        ClinicClient nobody = ClinicClient.withToken(null, port);

        assertThat(nobody.get("/api/nothing").status()).isEqualTo(401);
        assertThat(ClinicClient.of("north", port).get("/api/nothing").status()).isEqualTo(404);
    }

    @Test
    void theProducerThatAcceptsWaitsForEveryReplicaAndNoLongerThanFiveSeconds() {
        KafkaProducer<?, ?> live = liveProducer();

        ProducerConfig config = (ProducerConfig) ReflectionTestUtils.getField(live, "producerConfig");

        assertThat(config).isNotNull();
        assertThat(config.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
        assertThat(config.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
        assertThat(config.getLong(ProducerConfig.MAX_BLOCK_MS_CONFIG)).isEqualTo(2_000);
        assertThat(config.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)).isLessThan(5_000);
        assertThat(config.getLong(ProducerConfig.LINGER_MS_CONFIG)).isZero();
    }

    /** The one that the template shares among all who send. */
    private KafkaProducer<?, ?> liveProducer() {
        Object delegate = template.execute(
                producer -> Objects.requireNonNull(ReflectionTestUtils.getField(producer, "delegate")));
        return (KafkaProducer<?, ?>) Objects.requireNonNull(delegate);
    }
}
