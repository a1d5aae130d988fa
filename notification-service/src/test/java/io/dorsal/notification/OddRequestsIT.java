package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.SharedService;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is asked, the answer is the caller's fault or the caller's due, and never ours. */
class OddRequestsIT extends SharedService {

    private static final String SOMETHING = "/api/alerts/00000000-0000-0000-0000-000000000000";

    private final NotificationService service = new NotificationService();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,    /api/alerts?state=NOTIFYING&state=CLOSED,        -
            GET,    /api/alerts?limit=1&limit=2,                     -
            GET,    /api/alerts?cursor=a&cursor=b,                   -
            GET,    /api/alerts?limit=99999999999999999999,          -
            GET,    /api/alerts?state=%ff%fe,                        -
            GET,    /api/alerts?%=%,                                 -
            POST,   /api/alerts/00000000-0000-0000-0000-000000000000/acknowledge, application/x-www-form-urlencoded
            GET,    /api/alerts/%zz,                                 -
            GET,    /api/alerts/------------------------------------, -
            GET,    /api/alerts/stream/acknowledge,                  -
            HEAD,   /api/alerts,                                     -
            HEAD,   /api/alerts/00000000-0000-0000-0000-000000000000, -
            PUT,    /api/alerts,                                     application/json
            DELETE, /api/alerts/stream,                              -
            PATCH,  /api/alerts/00000000-0000-0000-0000-000000000000, application/json
            POST,   /api/alerts,                                     application/json
            POST,   /api/alerts/stream,                              text/event-stream
            POST,   /api/alerts/not-an-id/acknowledge,               -
            POST,   /api/alerts/00000000-0000-0000-0000-000000000000/acknowledge, application/json
            POST,   /api/alerts/00000000-0000-0000-0000-000000000000/acknowledge, multipart/form-data
            POST,   /api/alerts/00000000-0000-0000-0000-000000000000/acknowledge, multipart/form-data; boundary=x
            POST,   /api/alerts/00000000-0000-0000-0000-000000000000/acknowledge, ;;;
            """)
    void anOddRequestIsNoFailureOfOurs(String method, String path, String contentType) throws IOException {
        int status = status(method, path, contentType, "{\"a\": %zz&&\0");

        assertThat(status).as("%s %s", method, path).isBetween(200, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/*;q=0", "application/xml", ";;", "*"})
    void anOddWishForARepresentationIsNoFailureOfOurs(String accept) throws Exception {
        for (String path : List.of("/api/alerts", SOMETHING, "/api/alerts/stream", "/api/nothing")) {
            HttpRequest request = ada().request(path).header("Accept", accept).build();

            assertThat(Api.http().send(request, BodyHandlers.ofInputStream()).statusCode())
                    .as(path)
                    .isBetween(200, 499);
        }
    }

    @Test
    void acknowledgingTakesNoBodyAndReadsNone() throws Exception {
        for (HttpRequest.BodyPublisher body : List.of(
                BodyPublishers.ofString("{\"malformed\""),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100_000])))) {
            Alert alert = service.raise();
            HttpRequest request = ada().request(alert.path() + "/acknowledge")
                    .header("Content-Type", "application/json")
                    .POST(body)
                    .build();

            HttpResponse<String> answer = Api.http().send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"acknowledgedBy\":\"ada\"");
        }
    }

    @Test
    void aBodyThatSaysThatItIsTooLargeIsRefusedAlsoHere() throws Exception {
        HttpRequest request = ada().request(SOMETHING + "/acknowledge")
                .POST(BodyPublishers.ofByteArray(new byte[70_000]))
                .build();

        assertThat(Api.http().send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
    }

    /** By hand, for a client library would refuse to send some of these. */
    private int status(String method, String path, String contentType, String body) throws IOException {
        byte[] bytes = contentType.equals("-") ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        String head = "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n"
                        .formatted(method, path, TokenIssuer.shared().onCall("ada", "metro"))
                + (contentType.equals("-") ? "" : "Content-Type: " + contentType + "\r\n")
                + "Content-Length: " + bytes.length + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(line.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }
    }

    private Api ada() {
        return new Api(port, TokenIssuer.shared().onCall("ada", "metro"));
    }
}
