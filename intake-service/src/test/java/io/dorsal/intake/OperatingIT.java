package io.dorsal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SampleAssessments;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.rules.yaml.VocabularyYaml;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.JsonNode;

@IntakeServiceTest
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
                .contains("dorsal_intake_view_conflicting ")
                .contains("dorsal_intake_view_decision_seconds_count")
                .contains("hikaricp_connections_active{pool=\"reading\"}")
                .contains("hikaricp_connections_active{pool=\"prompt\"}")
                .doesNotContain("patient-");
    }

    @Test
    void theApiDescribesItself() {
        Answer answer = ClinicClient.withToken(null, port).get("/v3/api-docs");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().required("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/assessments",
                        "/api/assessments/{id}",
                        "/api/assessments/search",
                        "/api/assessments/stream",
                        "/api/assessments/bulk",
                        "/cds-services",
                        "/cds-services/{service}",
                        "/cds-services/{service}/feedback");
    }

    @Test
    void theApiDescribesWhatItTakesAndWhatItRefuses() {
        JsonNode api = ClinicClient.withToken(null, port).get("/v3/api-docs").json();

        JsonNode submit = api.at("/paths/~1api~1assessments/post");
        assertThat(submit.at("/requestBody/content/application~1json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/Assessment");
        assertThat(submit.required("responses").propertyNames())
                .containsExactlyInAnyOrder("202", "400", "401", "403", "413", "415", "422", "429", "503");
        assertThat(submit.at("/responses/202/content/application~1json/schema/$ref")
                        .stringValue())
                .endsWith("ReceiptBody");
        assertThat(submit.at("/responses/422/content/application~1problem+json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(submit.required("parameters")
                        .valueStream()
                        .map(parameter -> parameter.required("name").stringValue()))
                .containsExactly("Idempotency-Key");
        assertThat(api.at("/paths/~1api~1assessments~1{id}/get/responses").propertyNames())
                .containsExactlyInAnyOrder("200", "400", "401", "403", "404", "503");
        assertThat(api.at("/paths/~1api~1assessments~1{id}/put/responses").propertyNames())
                .containsExactlyInAnyOrder(
                        "202", "400", "401", "403", "404", "412", "413", "415", "422", "428", "429", "503");
        assertThat(api.at("/paths/~1api~1assessments/get/parameters/0/schema").toString())
                .contains("SUBMITTED", "TRIAGED", "PARKED");
        assertThat(api.toString()).doesNotContainIgnoringCase("caller");
    }

    @Test
    void theApiDescribesEveryQuestion() {
        JsonNode assessment =
                ClinicClient.withToken(null, port).get("/v3/api-docs").json().at("/components/schemas/Assessment");

        Vocabulary vocabulary = VocabularyYaml.vocabulary();
        assertThat(vocabulary.questions())
                .allSatisfy(question -> assertThat(assessment
                                .at("/properties/" + question.group() + "/properties/" + question.name()
                                        + "/description")
                                .stringValue())
                        .startsWith(question.asks()));
        assertThat(assessment.at("/properties/patient/required").toString()).contains("reference", "ageYears");
        assertThat(assessment.at("/properties/neuro/properties/bladder/enum").toString())
                .contains("NORMAL", "RETENTION", "INCONTINENCE");
        assertThat(assessment.at("/properties/pain/properties/regions/minItems").intValue())
                .isEqualTo(1);
        assertThat(assessment.at("/additionalProperties").booleanValue()).isFalse();
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
