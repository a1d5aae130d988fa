package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RawHttp;
import io.dorsal.system.support.RunningDorsal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is sent to whatever endpoint, the answer is never a server error while broker and database are up. */
@ExtendWith(RunningDorsal.class)
class OddRequestsIT {

    private static final Map<Service, String> CALLERS = Map.of(
            Service.INTAKE, "clinic-north",
            Service.TRIAGE, "admin",
            Service.REFERRAL, "admin",
            Service.NOTIFICATION, "admin");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");

    private static final List<String> CONTENT_TYPES = List.of(
            "",
            "application/json",
            "application/x-ndjson",
            "application/json; charset=utf-16",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/mixed; boundary=\"",
            "text/plain",
            "nonsense",
            "*/*",
            ";;");

    private static final List<byte[]> BODIES = Stream.of(
                    "",
                    "{",
                    "null",
                    "[]",
                    "\"text\"",
                    "17",
                    "{}",
                    "{\"patient\": null}",
                    "{\"patient\": {\"reference\": \"\\ud800\", \"ageYears\": 1e400}}",
                    "{\"patient\": {\"reference\": \"a\\u0000b\", \"ageYears\": -0}}",
                    "{\"pain\": {\"regions\": [null, [], {}]}}",
                    "{\"patientReference\": {}}",
                    "%zz=%",
                    "--x\r\nContent-Disposition: form-data\r\n\r\nunfinished",
                    "\n\n{\n\"\"\n\u0000",
                    "[".repeat(5_000),
                    "{\"a\":".repeat(5_000),
                    "\"" + "x".repeat(70_000) + "\"",
                    "1".repeat(60_000))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    private static final List<byte[]> BYTES_THAT_ARE_NO_TEXT = List.of(
            new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0},
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '{', '}'},
            new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'},
            new byte[1000]);

    private static final List<String> QUERIES = List.of(
            "",
            "?limit=-1",
            "?limit=99999999999999999999",
            "?limit=1&limit=2",
            "?cursor=x",
            "?cursor=%00",
            "?cursor=AAAA",
            "?state=%zz",
            "?status=%ff&urgency=%",
            "?=x",
            "?&&&==",
            "?state=NOWHERE&status=NOWHERE&urgency=NOWHERE",
            "?" + "a&".repeat(1_500));

    private static final List<String> HEADERS = List.of(
            "Accept: nonsense",
            "Accept: text/html",
            "Accept: application/xml",
            "Accept-Language: \u0001",
            "Idempotency-Key: ",
            "Idempotency-Key: \u00c3\u0080",
            "Idempotency-Key: " + "k".repeat(5_000),
            "If-Match: nonsense",
            "If-Match: \"1\", \"2\"",
            "If-None-Match: \u0080",
            "Last-Event-ID: -1",
            "Last-Event-ID: 99999999999999999999",
            "Authorization: Bearer x.y.z",
            "Authorization: Basic Og==",
            "Range: bytes=0-0",
            "Expect: 100-continue",
            "Cookie: a=b; a=b",
            "X: " + "y".repeat(20_000));

    @ParameterizedTest
    @EnumSource(Service.class)
    void noBodyOfAnyKindIsAServerError(Service service, Dorsal dorsal) {
        Sender sender = new Sender(dorsal, service);

        for (String path : paths(dorsal, service)) {
            for (String method : METHODS) {
                for (byte[] body : bodies()) {
                    sender.send(method, path, List.of("Content-Type: application/json"), body);
                }
                for (String type : CONTENT_TYPES) {
                    sender.send(method, path, List.of("Content-Type: " + type), bodies().get(12));
                    sender.send(method, path, List.of("Content-Type: " + type), bodies().get(13));
                }
            }
        }

        assertThat(sender.serverErrors).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void noQueryOrHeaderIsAServerError(Service service, Dorsal dorsal) {
        Sender sender = new Sender(dorsal, service);

        for (String path : paths(dorsal, service)) {
            for (String method : METHODS) {
                QUERIES.forEach(query -> sender.send(method, path + query, List.of(), new byte[0]));
                HEADERS.forEach(header -> sender.send(method, path, List.of(header), new byte[0]));
            }
        }

        assertThat(sender.serverErrors).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void noRequestThatIsHardlyHttpIsAServerError(Service service, Dorsal dorsal) {
        Sender sender = new Sender(dorsal, service);

        for (String path :
                List.of("/error", "//", "/api/..", "/api/%2e%2e", "/api/x;y", "/api/%00", "/api/%2F", "/%", "*", "")) {
            METHODS.forEach(method -> sender.send(method, path, List.of(), new byte[0]));
        }
        sender.sendAsItIs("\r\n\r\n\r\n");
        sender.sendAsItIs("nonsense\r\n\r\n");
        sender.sendAsItIs("GET / HTTP/1.1\r\n\r\n");
        sender.sendAsItIs("POST /api/assessments HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n");
        sender.sendAsItIs("POST /api/assessments HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n");
        sender.sendAsItIs(
                "POST /api/assessments HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnonsense\r\n\r\n");

        assertThat(sender.serverErrors).isEmpty();
    }

    private static List<byte[]> bodies() {
        return Stream.concat(BODIES.stream(), BYTES_THAT_ARE_NO_TEXT.stream()).toList();
    }

    /** All paths that a service tells of, with ids that are none. */
    private static List<String> paths(Dorsal dorsal, Service service) {
        List<String> paths = new ArrayList<>();
        dorsal.api(service, "admin")
                .get("/v3/api-docs")
                .json()
                .path("paths")
                .propertyNames()
                .forEach(template -> {
                    paths.add(template.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000"));
                    if (template.contains("{")) {
                        paths.add(template.replaceAll("\\{[^}]*}", "nonsense"));
                    }
                });
        assertThat(paths).isNotEmpty();
        return paths;
    }

    /** Sends with a token, and notes what is answered as it must not be. */
    private static final class Sender {

        private final int port;
        private final String token;
        private final List<String> serverErrors = new ArrayList<>();

        Sender(Dorsal dorsal, Service service) {
            this.port = dorsal.port(service);
            this.token = dorsal.token(CALLERS.getOrDefault(service, "admin"));
        }

        void send(String method, String target, List<String> headers, byte[] body) {
            StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\n".formatted(method, target));
            if (headers.stream().noneMatch(header -> header.startsWith("Authorization"))) {
                head.append("Authorization: Bearer ").append(token).append("\r\n");
            }
            headers.forEach(header -> head.append(header).append("\r\n"));
            head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            request.writeBytes(body);
            note(
                    method + " " + shortened(target) + " " + shortened(headers.toString()) + " "
                            + shortened(new String(body, StandardCharsets.ISO_8859_1)),
                    request.toByteArray());
        }

        void sendAsItIs(String request) {
            note(request, request.getBytes(StandardCharsets.ISO_8859_1));
        }

        private void note(String what, byte[] request) {
            int status = RawHttp.status(port, request);
            if (status >= 500) {
                serverErrors.add(status + ": " + what);
            }
        }

        private static String shortened(String text) {
            return text.length() <= 80 ? text : text.substring(0, 80) + "…";
        }
    }
}
