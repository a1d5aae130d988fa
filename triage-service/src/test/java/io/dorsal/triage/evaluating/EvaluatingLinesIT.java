package io.dorsal.triage.evaluating;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.platform.IntegrationTest;
import io.dorsal.triage.testing.Submitted;
import io.dorsal.triage.testing.TriageApi;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class EvaluatingLinesIT {

    private static final String ASSESSMENT = Submitted.RETENTION.replace("\n", "");
    private static final String TOKEN = TokenIssuer.shared().clinic("north");

    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Test
    void linesAreAnsweredInOrderAndABadLineHarmsNoOther() throws Exception {
        List<JsonNode> answers = evaluate(ASSESSMENT + "\nnonsense\n\n" + ASSESSMENT);

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).path("urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(answers.get(1).path("line").asInt()).isEqualTo(2);
        assertThat(answers.get(1).path("problem").path("status").asInt()).isEqualTo(400);
        assertThat(answers.get(2).path("urgency").asString()).isEqualTo("EMERGENCY");
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
                    .write(("POST /api/triage/evaluate HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                                    + "\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\nContent-Length: "
                                    + lines.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(lines);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer.split("\"rulesetHash\"", -1)).hasSize(20_001);
        }
    }

    @Test
    void aLineThatIsTooLongIsAProblemAndTheNextIsAnswered() throws Exception {
        List<JsonNode> answers = evaluate("x".repeat(70_000) + "\n" + ASSESSMENT + "\n");

        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).path("line").asInt()).isEqualTo(1);
        assertThat(answers.get(0).path("problem").path("status").asInt()).isEqualTo(413);
        assertThat(answers.get(1).path("urgency").asString()).isEqualTo("EMERGENCY");
    }

    @Test
    void theProblemOfALineNamesItsFieldsAndRepeatsNoAnswer() throws Exception {
        List<JsonNode> answers = evaluate(ASSESSMENT.replace("8", "11").replace("RETENTION", "LEAKING"));

        JsonNode problem = answers.getFirst().path("problem");
        assertThat(problem.path("errors").findValuesAsString("path"))
                .containsExactlyInAnyOrder("pain.severity", "neuro.bladder");
        assertThat(problem.toString()).doesNotContain("LEAKING").doesNotContain("11");
    }

    @Test
    void linesMayEndAsOnWindowsAndTheLastNeedNoEnd() throws Exception {
        List<JsonNode> answers = evaluate(ASSESSMENT + "\r\n\r\n" + ASSESSMENT);

        assertThat(answers)
                .hasSize(2)
                .allSatisfy(
                        answer -> assertThat(answer.path("urgency").asString()).isEqualTo("EMERGENCY"));
    }

    private List<JsonNode> evaluate(String lines) throws Exception {
        HttpResponse<String> answer = new TriageApi(port, TOKEN).evaluateLines(lines);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        return answer.body().lines().map(json::readTree).toList();
    }
}
