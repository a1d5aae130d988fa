package io.dorsal.triage.evaluating;

import static io.dorsal.triage.testing.Submitted.RETENTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.platform.IntegrationTest;
import io.dorsal.triage.testing.TriageApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void aDecisionExplainsItself() throws Exception {
        HttpResponse<String> answer = api().evaluate(RETENTION);

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
    void aFullExplanationTellsOfEveryRuleAndWhatWouldChangeTheUrgency() throws Exception {
        HttpResponse<String> answer = api().explain("full", RETENTION);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode decision = json.readTree(answer.body());
        assertThat(decision.path("urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(decision.path("rules").findValuesAsString("rule"))
                .startsWith("CES-1", "CES-2")
                .endsWith("DEFAULT-1");
        assertThat(decision.path("rules").path(0).path("outcome").asString()).isEqualTo("FIRED");
        assertThat(decision.path("counterfactuals").toString())
                .contains("{\"path\":\"neuro.sphincterLongStanding\",\"from\":null,\"to\":true}");
    }

    @Test
    void theSameAnswersHaveTheSameExplanationToTheByte() throws Exception {
        String first = api().explain("full", RETENTION).body();

        assertThat(api().explain("full", RETENTION).body()).isEqualTo(first);
    }

    @Test
    void anotherWayOfExplainingIsRefused() throws Exception {
        HttpResponse<String> answer = api().explain("some", RETENTION);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("errors").findValuesAsString("path"))
                .containsExactly("explain");
    }

    @Test
    void allFieldErrorsAreToldAtOnceAndNoAnswerIsRepeated() throws Exception {
        HttpResponse<String> answer =
                api().evaluate(RETENTION.replace("8", "11").replace("RETENTION", "LEAKING"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).path("errors").findValuesAsString("path"))
                .containsExactlyInAnyOrder("pain.severity", "neuro.bladder");
        assertThat(answer.body()).doesNotContain("LEAKING").doesNotContain("11");
    }

    @Test
    void aBodyOverTheLimitIsRefusedAlsoWhenItsLengthIsNotSaid() throws Exception {
        byte[] large = new byte[70_000];

        assertThat(api().evaluate("application/json", BodyPublishers.ofByteArray(large))
                        .statusCode())
                .isEqualTo(413);
        assertThat(api().evaluate(
                                "application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
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
                bytes(RETENTION.replace("\"x\"", "\"\\u0000\"")),
                bytes(RETENTION.replace("\"x\"", "\"\\udc00\"")),
                bytes(RETENTION + RETENTION),
                bytes("\ufeff" + RETENTION),
                new byte[] {(byte) 0xff, (byte) 0xfe, 0x7b},
                bytes(RETENTION.replace("40", "4" + "0".repeat(5_000))));
    }

    @ParameterizedTest
    @MethodSource("oddBodies")
    void anOddBodyIsTheCallersMistake(byte[] body) throws Exception {
        assertThat(api().evaluate("application/json", BodyPublishers.ofByteArray(body))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherMediaTypeIsRefused() throws Exception {
        HttpResponse<String> answer = api().evaluate("text/plain", BodyPublishers.ofString(RETENTION));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void withoutATokenNothingIsAnswered() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(port, "/api/triage/evaluate"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(RETENTION));

        HttpResponse<String> answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void theRulesetInForceCanBeRead() throws Exception {
        HttpResponse<String> answer = api().get("/api/rulesets/current");

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
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(port, "/v3/api-docs")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("/api/triage/evaluate");
    }

    @Test
    void probesAndScrapesNeedNoToken() throws Exception {
        for (String path : List.of("/actuator/health/readiness", "/actuator/health/liveness", "/actuator/prometheus")) {
            assertThat(send(HttpRequest.newBuilder(uri(managementPort, path))).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    private TriageApi api() {
        return new TriageApi(port, TokenIssuer.shared().clinic("north"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
