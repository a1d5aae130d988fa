package io.dorsal.intake.submission;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static io.dorsal.intake.testing.SampleAssessments.anyKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.OwnBroker;
import io.dorsal.intake.testing.SecondInstance;
import io.dorsal.schemas.identity.Identities;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BrokerAwayIT {

    private static final Duration PROMISED = Duration.ofSeconds(5);

    @Test
    void aSubmissionIsAnsweredWithinFiveSecondsAndALineInTheEndWithWhatToRetryItUnder() throws Exception {
        OwnBroker broker = OwnBroker.start();
        try (SecondInstance instance = SecondInstance.start(
                "spring.kafka.bootstrap-servers=" + broker.addresses(), "intake.bulk.patience-with-broker=2s")) {
            ClinicClient north = ClinicClient.of("north", instance.port());
            assertThat(north.submit(anyBackPain(), null).status()).isEqualTo(202);
            String key = anyKey();
            broker.stop();

            long start = System.nanoTime();
            Answer answer = north.submit(anyBackPain(), key);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMISED);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.text("idempotencyKey")).isEqualTo(key);
            assertThat(answer.text("assessmentId"))
                    .isEqualTo(Identities.assessmentId("north", key).toString());
            assertLinesAreToldWhatToSendAgain(north);
            assertThat(north.read(UUID.randomUUID().toString()).status())
                    .as("only the broker could tell that there is none")
                    .isEqualTo(503);
        }
    }

    private static void assertLinesAreToldWhatToSendAgain(ClinicClient north) {
        String key = anyKey();
        String line = "{\"idempotencyKey\": \"%s\", \"assessment\": %s}"
                .formatted(key, anyBackPain().replace("\n", ""));

        List<JsonNode> answers = north.upload(line + "\n{}\n").lines();

        assertThat(answers).extracting(answer -> answer.path("line").asInt()).containsExactly(1, 2);
        assertThat(answers.get(0).path("problem").path("status").asInt()).isEqualTo(503);
        assertThat(answers.get(0).path("problem").path("idempotencyKey").asString())
                .isEqualTo(key);
        assertThat(answers.get(0).path("problem").path("assessmentId").asString())
                .isEqualTo(Identities.assessmentId("north", key).toString());
        assertThat(answers.get(1).path("problem").path("status").asInt()).isEqualTo(400);
    }
}
