package io.dorsal.intake.bulk;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static io.dorsal.intake.testing.SampleAssessments.anyKey;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Channel;
import io.dorsal.events.Lane;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.topics.TopicClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntakeServiceTest
class UploadingIT {

    @LocalServerPort
    private int port;

    private final TopicClient topics = new TopicClient();
    private ClinicClient north = ClinicClient.withToken(null, 0);

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void linesAreAnsweredInOrderAndABadOneHarmsNoOther() {
        String first = anyKey();
        String last = anyKey();

        List<JsonNode> answers = upload(
                line(first, anyBackPain()),
                "nonsense",
                line(anyKey(), backPain(anyPatient(), 11)),
                "x".repeat(70_000),
                "",
                line("a key", anyBackPain()),
                "{\"idempotencyKey\":\"k\"}",
                line(last, anyBackPain()));

        assertThat(answers).extracting(answer -> answer.path("line").asInt()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(answers)
                .extracting(answer -> answer.path("problem").path("status").asInt())
                .containsExactly(0, 400, 400, 413, 400, 400, 0);
        assertThat(paths(answers.get(2))).containsExactly("pain.severity");
        assertThat(paths(answers.get(4))).containsExactly("idempotencyKey");
        assertThat(paths(answers.get(5))).containsExactly("assessment");
        assertThat(id(answers.getFirst())).isEqualTo(Identities.assessmentId("north", first));
        assertThat(id(answers.getLast())).isEqualTo(Identities.assessmentId("north", last));
    }

    @Test
    void whatIsAcceptedTakesTheLaneOfBulkAndIsReadableOnceTheViewHasIt() {
        UUID id = id(upload(line(anyKey(), anyBackPain())).getFirst());

        AssessmentSubmitted event = topics.events(Topics.ASSESSMENTS_BULK, id).getFirst();
        assertThat(event.getLane()).isEqualTo(Lane.BULK);
        assertThat(event.getChannel()).isEqualTo(Channel.BULK);
        assertThat(topics.events(Topics.PATIENTS, id)).hasSize(1);
        assertThat(topics.events(Topics.ASSESSMENTS, id)).isEmpty();
        await().until(() -> north.read(id.toString()).shows("status", "SUBMITTED"));
    }

    @Test
    void aFileThatIsSentAgainDoublesNothingWithOrWithoutKeys() {
        String[] lines = IntStream.range(0, 40)
                .mapToObj(index -> index % 2 == 0 ? line(anyKey(), anyBackPain()) : keyless(anyBackPain()))
                .toArray(String[]::new);

        List<JsonNode> first = upload(lines);
        List<JsonNode> again = upload(lines);

        assertThat(again).isEqualTo(first);
        assertThat(first.stream().map(UploadingIT::id).distinct())
                .hasSize(40)
                .allSatisfy(id -> assertThat(topics.events(Topics.ASSESSMENTS_BULK, id).stream()
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void withoutAKeyTheContentOfTheClinicDecidesHoweverItIsWritten() {
        String patient = anyPatient();
        String written = keyless(backPain(patient, 4));

        List<JsonNode> answers = upload(written, written.replace(": ", " :  "), keyless(backPain(patient, 5)));
        List<JsonNode> elsewhere =
                ClinicClient.of("south", port).upload(written + "\n").lines();

        assertThat(id(answers.get(1))).isEqualTo(id(answers.get(0)));
        assertThat(id(answers.get(2))).isNotEqualTo(id(answers.get(0)));
        assertThat(id(elsewhere.getFirst())).isNotEqualTo(id(answers.get(0)));
    }

    @Test
    void anotherBodyUnderAKeyIsRefusedInTheSameUploadAndLater() {
        String key = anyKey();
        String patient = anyPatient();

        List<JsonNode> answers = upload(
                line(key, backPain(patient, 4)), line(key, backPain(patient, 5)), line(key, backPain(patient, 4)));

        assertThat(answers)
                .extracting(answer -> answer.path("problem").path("status").asInt())
                .containsExactly(0, 422, 0);
        assertThat(upload(line(key, backPain(patient, 5)), line(key, backPain(patient, 4))))
                .extracting(answer -> answer.path("problem").path("status").asInt())
                .containsExactly(422, 0);
        assertThat(north.submit(backPain(patient, 5), key).status()).isEqualTo(422);
        assertThat(north.submit(backPain(patient, 4), key).text("assessmentId"))
                .isEqualTo(id(answers.getFirst()).toString());
    }

    @Test
    void afterABrokenConnectionWhatWasAcceptedStaysAndTheWholeFileDoublesNothing() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < 10; index++) {
            lines.add(line(anyKey(), anyBackPain()));
        }
        try (Socket socket = new Socket("localhost", port)) {
            send(socket, head() + chunk(lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2)));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            await().until(() -> answers.readLine().contains("\"line\":2"));
        }

        List<JsonNode> whole = upload(lines.toArray(String[]::new));

        assertThat(whole)
                .allSatisfy(answer -> assertThat(topics.events(Topics.ASSESSMENTS_BULK, id(answer)).stream()
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void whatIsNotNdjsonOrNoClinicsIsRefusedAsAWhole() {
        assertThat(north.send(north.request("/api/assessments/bulk")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(415);
        assertThat(ClinicClient.withToken(null, port).upload("{}\n").status()).isEqualTo(401);
        assertThat(north.upload("").status()).isEqualTo(200);
    }

    private List<JsonNode> upload(String... lines) {
        Answer answer = north.upload(String.join("\n", lines) + "\n");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        return answer.lines();
    }

    private static String line(String key, String assessment) {
        return "{\"idempotencyKey\": \"%s\", \"assessment\": %s}".formatted(key, assessment.replace("\n", ""));
    }

    private static String keyless(String assessment) {
        return "{\"assessment\": %s}".formatted(assessment.replace("\n", ""));
    }

    private static UUID id(JsonNode answer) {
        return UUID.fromString(answer.required("assessmentId").asString());
    }

    private static List<String> paths(JsonNode answer) {
        return answer.path("problem")
                .path("errors")
                .valueStream()
                .map(error -> error.path("path").asString())
                .toList();
    }

    private static String head() {
        return "POST /api/assessments/bulk HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + TokenIssuer.shared().clinic("north")
                + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
