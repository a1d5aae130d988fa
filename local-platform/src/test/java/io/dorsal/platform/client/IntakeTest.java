package io.dorsal.platform.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final UUID ID = UUID.fromString("0190c0de-0000-7000-8000-000000000001");
    private static final String RECEIPT = "{\"assessmentId\": \"" + ID + "\", \"status\": \"SUBMITTED\"}";

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> authorizations = new ArrayList<>();
    private final Deque<String> tokens = new ArrayDeque<>(List.of("first", "second"));
    private final HttpServer server = server();

    @BeforeEach
    void serve() {
        server.createContext("/api/assessments", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAcceptedSubmissionHasItsId() {
        answers.add(new Answer(202, RECEIPT));

        assertThat(intake().submit("{}")).isEqualTo(new Submitted.Accepted(ID));
    }

    @Test
    void aSubmissionThatMayBeTriedAgainIsTriedAgainUnderTheSameKey() {
        answers.add(new Answer(503, "{}"));
        answers.add(new Answer(202, RECEIPT));

        assertThat(intake().submit("{}")).isEqualTo(new Submitted.Accepted(ID));
        assertThat(keys).hasSize(2);
        assertThat(keys.get(0)).isEqualTo(keys.get(1));
    }

    @Test
    void twoSubmissionsHaveTwoKeys() {
        answers.add(new Answer(202, RECEIPT));
        answers.add(new Answer(202, RECEIPT));
        Intake intake = intake();

        intake.submit("{}");
        intake.submit("{}");

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void anExpiredTokenIsReplaced() {
        answers.add(new Answer(401, "{}"));
        answers.add(new Answer(202, RECEIPT));

        intake().submit("{}");

        assertThat(authorizations).containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void aRefusalIsNotTriedAgainAndTellsWhy() {
        answers.add(new Answer(400, "{\"title\": \"Invalid\"}"));

        assertThat(intake().submit("{}")).isInstanceOfSatisfying(Submitted.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.problem().path("title").asString()).isEqualTo("Invalid");
        });
        assertThat(keys).hasSize(1);
    }

    @Test
    void anEmergencyIsWaitedForUntilItsAlertIsRaised() {
        String decided =
                "{\"status\": \"TRIAGED\", \"decision\": {\"urgency\": \"EMERGENCY\", \"referrals\": []}, \"referrals\": []";
        answers.add(new Answer(200, "{\"status\": \"SUBMITTED\"}"));
        answers.add(new Answer(200, decided + "}"));
        answers.add(new Answer(200, decided + ", \"alert\": {\"state\": \"NOTIFYING\"}}"));

        Outcome outcome = intake().outcome(ID);

        assertThat(outcome.isComplete()).isTrue();
        assertThat(outcome.hasItsAlert()).isTrue();
        assertThat(answers).isEmpty();
    }

    private Intake intake() {
        return new Intake(URI.create("http://localhost:" + server.getAddress().getPort()), tokens::removeFirst);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer answer = answers.removeFirst();
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        if (exchange.getRequestMethod().equals("POST")) {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Answer(int status, String body) {}
}
