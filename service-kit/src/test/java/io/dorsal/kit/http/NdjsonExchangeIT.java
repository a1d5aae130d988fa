package io.dorsal.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.kit.http.RawHttp.Answer;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class NdjsonExchangeIT {

    private static final String END = "\r\n0\r\n\r\n";

    @LocalServerPort
    private int port;

    private RawHttp http;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
    }

    @AfterEach
    void nothingIsHeldForAnExchangeThatHasEnded() {
        await().untilAsserted(() -> assertThat(NdjsonExchange.OF_ALL.held()).isZero());
    }

    @Test
    void everyLineIsAnsweredInOrderAndTheEndIsSeen() {
        Answer answer = http.send(head() + chunk("a\nbb\n\n") + chunk("ccc") + "0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .containsSubsequence(
                        "{\"line\":1,\"length\":1}\n", "{\"line\":2,\"length\":2}\n", "{\"line\":3,\"length\":3}\n")
                .endsWith(END);
    }

    @Test
    void aLineIsAnsweredWhileTheNextIsNotYetThere() throws IOException {
        try (Socket socket = http.open()) {
            send(socket, head() + chunk("a\n"));
            BufferedReader answers = answers(socket);

            assertThat(lineWith(answers, "length")).isEqualTo("{\"line\":1,\"length\":1}");
            send(socket, chunk("bb\n"));
            assertThat(lineWith(answers, "length")).isEqualTo("{\"line\":2,\"length\":2}");
        }
    }

    @Test
    void aCallerWhoReadsNothingBeforeItHasSentAllGetsAll() throws IOException {
        int lines = 5_000;
        String body = ("big" + "x".repeat(997) + "\n").repeat(lines);
        try (Socket socket = http.open()) {
            send(socket, head() + chunk(body) + "0\r\n\r\n");

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answer).contains("\"line\":%d,".formatted(lines)).endsWith(END);
        }
    }

    @Test
    void aBodyThatBreaksOffAfterSomeAnswersDoesNotEndLikeOneThatIsWhole() throws IOException {
        try (Socket socket = http.open()) {
            send(socket, head() + chunk("a\n") + "100\r\nhalf a li");
            BufferedReader answers = answers(socket);
            assertThat(lineWith(answers, "length")).isEqualTo("{\"line\":1,\"length\":1}");

            socket.shutdownOutput();

            assertThat(rest(answers)).doesNotContain("0\n", "\"line\":2", "problem");
        }
    }

    @Test
    void aFramingThatIsNoneDoesNotEndLikeABodyThatIsWholeEither() throws IOException {
        try (Socket socket = http.open()) {
            send(socket, head() + chunk("a\n"));
            BufferedReader answers = answers(socket);
            assertThat(lineWith(answers, "length")).isEqualTo("{\"line\":1,\"length\":1}");

            send(socket, "zz\r\nnonsense");

            assertThat(rest(answers)).doesNotContain("0\n", "\"line\":2", "problem");
        }
    }

    @Test
    void aBodyThatBreaksOffBeforeItsFirstLineIsABadRequest() throws IOException {
        try (Socket socket = http.open()) {
            send(socket, head() + "100\r\nhalf a li");
            socket.shutdownOutput();

            Answer answer = Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("urn:dorsal:problem:bad-request").doesNotContain("\"line\"");
        }
    }

    @Test
    void anAnswerThatFailsBreaksTheExchange() throws IOException {
        try (Socket socket = http.open()) {
            send(socket, head() + chunk("a\n"));
            BufferedReader answers = answers(socket);
            assertThat(lineWith(answers, "length")).isEqualTo("{\"line\":1,\"length\":1}");

            send(socket, chunk("fail\nb\n") + "0\r\n\r\n");

            assertThat(rest(answers)).doesNotContain("0\n", "\"line\":3", "patient");
        }
    }

    @Test
    void moreStreamsThanCanBeAnsweredAtOnceAreAskedToComeAgain() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int stream = 0; stream < NdjsonExchange.AT_ONCE; stream++) {
                Socket socket = http.open();
                open.add(socket);
                send(socket, head() + chunk("a\n"));
                assertThat(lineWith(answers(socket), "length")).isNotEmpty();
            }

            Answer refused = http.send(head() + chunk("a\n") + "0\r\n\r\n");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        await().untilAsserted(() -> assertThat(
                        http.send(head() + chunk("a\n") + "0\r\n\r\n").status())
                .isEqualTo(200));
    }

    private static String head() {
        return "POST /api/lines HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
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

    private static BufferedReader answers(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static String lineWith(BufferedReader answers, String text) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.contains(text)) {
                return line;
            }
        }
        return "";
    }

    /** What still comes, line by line, until the connection ends or breaks. */
    private static String rest(BufferedReader answers) {
        StringBuilder rest = new StringBuilder();
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                rest.append(line).append('\n');
            }
        } catch (IOException broken) {
            // As it should be.
        }
        return rest.toString();
    }
}
