package io.dorsal.platform.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file goes to a service that refuses what is bad, and does not acknowledge what is slow at the first time. */
class BulkUploadTest {

    private static final String ACCEPTED = "{\"assessmentId\": \"0190c0de-0000-7000-8000-000000000001\"}";

    @TempDir
    private Path folder = Path.of("");

    private final List<String> received = new ArrayList<>();
    private final List<Integer> refused = new ArrayList<>();
    private final HttpServer server = server();

    @BeforeEach
    void serve() {
        server.createContext("/api/assessments/bulk", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void linesAreWrappedAndBlankOnesAndOtherMembersLeftOut() throws IOException {
        upload(
                "{\"n\":1}",
                "",
                "{\"id\":\"case\",\"assessment\":{\"n\":2}}",
                "nonsense",
                "{\"idempotencyKey\":\"k\",\"assessment\":{\"n\":3}}");

        assertThat(received)
                .containsExactly(
                        "{\"assessment\":{\"n\":1}}",
                        "{\"assessment\":{\"n\":2}}",
                        "nonsense",
                        "{\"idempotencyKey\":\"k\",\"assessment\":{\"n\":3}}");
    }

    @Test
    void aRefusedLineIsNamedByItsPlaceInTheFile() throws IOException {
        UploadJournal journal = upload("{\"n\":1}", "", "{\"bad\":2}", "{\"n\":3}");

        assertThat(refused).containsExactly(3);
        assertThat(journal.accepted()).isEqualTo(2);
        assertThat(journal.refused()).isEqualTo(1);
    }

    @Test
    void whatWasNotAcknowledgedIsUploadedAgain() throws IOException {
        UploadJournal journal = upload("{\"n\":1}", "{\"slow\":2}");

        assertThat(received).containsExactly("{\"assessment\":{\"n\":1}}", slow(2), slow(2));
        assertThat(journal.accepted()).isEqualTo(2);
    }

    @Test
    void afterAnInterruptionOnlyWhatHasNoAnswerIsUploaded() throws IOException {
        Files.writeString(folder.resolve("journal"), "\n1 accepted\n3 refused\n2 acc");

        UploadJournal journal = upload("{\"n\":1}", "{\"n\":2}", "{\"bad\":3}");

        assertThat(received).containsExactly("{\"assessment\":{\"n\":2}}");
        assertThat(refused).isEmpty();
        assertThat(journal.accepted()).isEqualTo(2);
        assertThat(journal.refused()).isEqualTo(1);
    }

    @Test
    void aFileIsKnownByItsContentAndItsLines() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "a\nb\nc");
        Path another = Files.writeString(folder.resolve("another"), "a\nb\nc\n");

        assertThat(BulkFile.identify(one).lines()).isEqualTo(3);
        assertThat(BulkFile.identify(another).lines()).isEqualTo(3);
        assertThat(BulkFile.identify(one).hash())
                .isNotEqualTo(BulkFile.identify(another).hash());
    }

    private UploadJournal upload(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("file.ndjson"), List.of(lines));
        Intake intake =
                new Intake(URI.create("http://localhost:" + server.getAddress().getPort()), () -> "token");
        BulkUpload.Listener listener = new BulkUpload.Listener() {
            @Override
            public void refused(int number, int status, JsonNode problem) {
                refused.add(number);
            }

            @Override
            public void answered(UploadJournal journal) {}
        };
        try (UploadJournal journal = UploadJournal.open(folder.resolve("journal"));
                BulkFile open = BulkFile.open(file, UnaryOperator.identity())) {
            new BulkUpload(intake, journal, listener).run(open);
            return journal;
        }
    }

    private static String slow(int number) {
        return "{\"assessment\":{\"slow\":" + number + "}}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        StringBuilder answers = new StringBuilder();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        body.lines().forEach(line -> {
            boolean isNew = !received.contains(line);
            received.add(line);
            int status = line.contains("bad") ? 400 : line.contains("slow") && isNew ? 503 : 0;
            answers.append(status == 0 ? ACCEPTED : "{\"problem\": {\"status\": %d}}".formatted(status))
                    .append('\n');
        });
        byte[] bytes = answers.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
