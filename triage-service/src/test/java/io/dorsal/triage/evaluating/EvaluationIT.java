package io.dorsal.triage.evaluating;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.platform.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class EvaluationIT {

    private static final String ASSESSMENT =
            "{\"patient\": {\"reference\": \"p\", \"ageYears\": 40}, \"pain\": {\"regions\": [\"LUMBAR\"], \"severity\": 8,"
                    + " \"durationDays\": 1}, \"neuro\": {\"bladder\": \"RETENTION\"}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final String token = TokenIssuer.shared().clinic("north");

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void aDecisionExplainsItself() throws Exception {
        HttpResponse<String> answer = post("application/json", BodyPublishers.ofString(ASSESSMENT));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode decision = json.readTree(answer.body());
        assertThat(decision.path("urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(decision.path("findings").path(0).path("rule").asString()).isEqualTo("CES-1");
        assertThat(decision.path("findings").path(0).path("because").toString())
                .contains("{\"path\":\"neuro.bladder\",\"value\":\"RETENTION\"}");
        assertThat(decision.has("decisionId")).isFalse();
        assertThat(decision.has("decidedAt")).isFalse();
    }

    @Test
    void allFieldErrorsAreToldAtOnceAndNoAnswerIsRepeated() throws Exception {
        HttpResponse<String> answer = post(
                "application/json",
                BodyPublishers.ofString(ASSESSMENT.replace("8", "11").replace("RETENTION", "LEAKING")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).path("errors").findValuesAsString("path"))
                .containsExactlyInAnyOrder("pain.severity", "neuro.bladder");
        assertThat(answer.body()).doesNotContain("LEAKING").doesNotContain("11");
    }

    @Test
    void linesAreAnsweredInOrderAndABadLineHarmsNoOther() throws Exception {
        HttpResponse<String> answer =
                post("application/x-ndjson", BodyPublishers.ofString(ASSESSMENT + "\nnonsense\n\n" + ASSESSMENT));

        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(json.readTree(lines.get(0)).path("urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(json.readTree(lines.get(1)).path("line").asInt()).isEqualTo(2);
        assertThat(json.readTree(lines.get(1)).path("problem").path("status").asInt())
                .isEqualTo(400);
        assertThat(json.readTree(lines.get(2)).path("urgency").asString()).isEqualTo("EMERGENCY");
    }

    @Test
    void aCallerMaySendEverythingBeforeItReadsAnything() throws Exception {
        byte[] lines = IntStream.range(0, 20_000)
                .mapToObj(index -> ASSESSMENT + "\n")
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString()
                .getBytes(StandardCharsets.UTF_8);

        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST /api/triage/evaluate HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                    + "\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\nContent-Length: "
                                    + lines.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(lines);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer.split("\"rulesetHash\"", -1)).hasSize(20_001);
        }
    }

    @Test
    void aBodyOverTheLimitIsRefusedAlsoWhenItsLengthIsNotSaid() throws Exception {
        byte[] large = new byte[70_000];

        assertThat(post("application/json", BodyPublishers.ofByteArray(large)).statusCode())
                .isEqualTo(413);
        assertThat(post("application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                        .statusCode())
                .isEqualTo(413);
    }

    static Stream<byte[]> oddBodies() {
        return Stream.of(
                bytes(""),
                bytes("null"),
                bytes("[]"),
                bytes("{}"),
                bytes("1e999999999"),
                bytes("{\"patient\":" + "[".repeat(30_000)),
                bytes("\"\\ud800\""),
                bytes(ASSESSMENT.replace("\"p\"", "\"\\u0000\"")),
                bytes(ASSESSMENT.replace("\"p\"", "\"\\udc00\"")),
                bytes(ASSESSMENT + ASSESSMENT),
                bytes("\ufeff" + ASSESSMENT),
                new byte[] {(byte) 0xff, (byte) 0xfe, 0x7b},
                bytes(ASSESSMENT.replace("40", "4" + "0".repeat(5_000))));
    }

    @ParameterizedTest
    @MethodSource("oddBodies")
    void anOddBodyIsTheCallersMistake(byte[] body) throws Exception {
        assertThat(post("application/json", BodyPublishers.ofByteArray(body)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        HttpResponse<String> answer = post("text/plain", BodyPublishers.ofString(ASSESSMENT));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void withoutATokenNothingIsAnswered() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/triage/evaluate"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ASSESSMENT))
                .build();

        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void theRulesetInForceCanBeRead() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri("/api/rulesets/current"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());

        JsonNode ruleset = json.readTree(answer.body());
        assertThat(ruleset.path("hash").asString()).hasSize(64);
        assertThat(ruleset.path("rules").findValuesAsString("rule"))
                .startsWith("CES-1", "CES-2")
                .endsWith("DEFAULT-1");
        assertThat(ruleset.path("rules").path(0).path("when").toString()).contains("neuro.saddleNumbness");
        assertThat(ruleset.path("sources").isEmpty()).isFalse();
    }

    @Test
    void theInterfaceDescribesItself() throws Exception {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri("/v3/api-docs")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("/api/triage/evaluate");
    }

    @Test
    void probesAndScrapesNeedNoToken() throws Exception {
        for (String path : List.of("/actuator/health/readiness", "/actuator/health/liveness", "/actuator/prometheus")) {
            URI uri = URI.create("http://localhost:" + managementPort + path);

            assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private HttpResponse<String> post(String type, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/triage/evaluate"))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
