package io.dorsal.intake.submission;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntakeServiceTest
class OddBodiesIT {

    private static final int LIMIT = 64 * 1024;

    @LocalServerPort
    private int port;

    private ClinicClient north = ClinicClient.withToken(null, 0);

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
    }

    static Stream<byte[]> oddBodies() {
        String good = anyBackPain();
        Stream<String> texts = Stream.of(
                "",
                " ",
                "null",
                "true",
                "0",
                "\"\"",
                "[]",
                "[" + good + "]",
                "{}",
                "{",
                "}",
                good.substring(0, good.length() / 2),
                good + good,
                good + "x",
                good + "\0",
                "\uFEFF" + good,
                good.replace("4", "4.0"),
                good.replace("4,", "1e999999999,"),
                good.replace("\"severity\": 4", "\"severity\": " + "9".repeat(20_000)),
                good.replace("\"severity\": 4", "\"severity\": NaN"),
                good.replace("\"severity\": 4", "\"severity\": \"4\""),
                good.replace("\"severity\": 4", "\"severity\": {\"a\": [4]}"),
                good.replace("\"severity\": 4", "\"severity\": 4, \"severity\": 4"),
                good.replace("{\"patient\"", "{\"patient\": null, \"patient\""),
                good.replace("[\"LUMBAR\"]", "[]"),
                good.replace("[\"LUMBAR\"]", "[null]"),
                good.replace("[\"LUMBAR\"]", "[[\"LUMBAR\"]]"),
                good.replace("patient-", "\\u0000"),
                good.replace("patient-", "\\ud800"),
                good.replace("patient-", "p".repeat(65)),
                good.replace("{\"patient\"", "{\"\\u0000\": 1, \"patient\""),
                good.replace("{\"patient\"", "{\"" + "n".repeat(60_000) + "\": 1, \"patient\""),
                good.replace("{\"patient\"", "{\"__proto__\": {}, \"patient\""),
                good.replace("{\"patient\"", "{\"assessedAt\": \"+999999999-12-31T23:59:59Z\", \"patient\""),
                good.replace("{\"patient\"", "{\"assessedAt\": \"-999999999-01-01T00:00:00Z\", \"patient\""),
                good.replace("{\"patient\"", "{\"assessedAt\": 5, \"patient\""),
                "[".repeat(30_000),
                "{\"a\":".repeat(10_000),
                "<assessment/>",
                "%PDF-1.7");
        Stream<byte[]> bytes = Stream.of(
                encoded(good, StandardCharsets.UTF_16),
                encoded(good, StandardCharsets.UTF_16LE),
                encoded(good, Charset.forName("UTF-32BE")),
                encoded(good.replace("patient-", "ü-"), StandardCharsets.ISO_8859_1),
                new byte[] {(byte) 0xC0, (byte) 0x80},
                new byte[] {(byte) 0xFF},
                random(1, 7),
                random(2, 1_000),
                random(3, LIMIT));
        return Stream.concat(texts.map(text -> encoded(text, StandardCharsets.UTF_8)), bytes);
    }

    @ParameterizedTest
    @MethodSource("oddBodies")
    void anOddBodyIsTheCallersFault(byte[] body) {
        assertThat(north.post("/api/assessments", BodyPublishers.ofByteArray(body))
                        .status())
                .isBetween(400, 499);
        assertThat(north.post("/api/assessments/search", BodyPublishers.ofByteArray(body))
                        .status())
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @MethodSource("oddBodies")
    void anOddBodyOfNoKnownLengthIsTheCallersFaultToo(byte[] body) {
        Answer answer =
                north.post("/api/assessments", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(answer.status()).isBetween(400, 499);
    }

    @Test
    void aBodyAsLargeAsAllowedIsRead() {
        String good = anyBackPain();

        assertThat(north.submit(good + " ".repeat(LIMIT - good.length()), null).status())
                .isEqualTo(202);
    }

    @Test
    void aLargerBodyIsRefusedWhetherItTellsItsLengthOrNot() {
        String large = anyBackPain() + " ".repeat(LIMIT);

        assertThat(north.submit(large, null).status()).isEqualTo(413);
        assertThat(north.post(
                                "/api/assessments",
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(encoded(large, StandardCharsets.UTF_8))))
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "application/vnd.api+json",
                "application/x-ndjson",
                "*/*",
                "nonsense",
                "application/json; charset=x-unheard-of"
            })
    void onlyJsonIsTaken(String type) {
        Answer answer = north.send(north.request("/api/assessments")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(anyBackPain())));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void jsonMayNameItsEncoding() {
        Answer answer = north.send(north.request("/api/assessments")
                .header("Content-Type", "Application/JSON; charset=UTF-8")
                .POST(BodyPublishers.ofString(anyBackPain())));

        assertThat(answer.status()).isEqualTo(202);
    }

    @Test
    void aBodyWithoutTypeIsNotTaken() {
        assertThat(north.send(north.request("/api/assessments").POST(BodyPublishers.ofString(anyBackPain())))
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png;q=x"})
    void whoTakesNoJsonIsNotAcceptedFirst(String accept) {
        Answer answer = north.send(north.request("/api/assessments")
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(anyBackPain())));

        assertThat(answer.status()).isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE"})
    void otherMethodsAreNotThere(String method) {
        assertThat(north.send(north.request("/api/assessments").method(method, BodyPublishers.ofString(anyBackPain())))
                        .status())
                .isBetween(400, 499);
    }

    private static byte[] encoded(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
