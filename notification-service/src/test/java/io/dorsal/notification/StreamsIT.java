package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.notification.support.Api;
import io.dorsal.notification.support.NotificationService;
import io.dorsal.notification.support.NotificationService.Alert;
import io.dorsal.notification.support.SharedService;
import io.dorsal.notification.support.Stream;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class StreamsIT extends SharedService {

    private final NotificationService service = new NotificationService();

    @LocalServerPort
    private int port;

    @Test
    void whoAsksForAPlaceBeyondTheLogHearsThatAndWhatIsNew() throws Exception {
        try (Stream stream = Stream.open(ada(), "999999999999")) {
            Stream.Event reset = stream.await(event -> event.name().equals("reset"));
            assertThat(Long.parseLong(reset.id())).isLessThan(999_999_999_999L);

            Alert alert = service.raise();

            stream.await(event -> event.isAbout(alert.id()) && event.name().equals("RAISED"));
        }
    }

    @Test
    void askingForTheHeadOpensNoStream() throws Exception {
        HttpResponse<String> head = Api.http()
                .send(
                        ada().request("/api/alerts/stream")
                                .method("HEAD", BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    }

    @Test
    void aStreamIsNoJson() throws Exception {
        HttpResponse<String> answer = Api.http()
                .send(
                        ada().request("/api/alerts/stream")
                                .header("Accept", "application/json")
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(406);
    }

    @Test
    void streamsEndWhenTheirClientsDoAndOthersGoOn() throws Exception {
        try (Stream stays = Stream.open(ada(), null)) {
            stays.awaitOpen();
            for (int i = 0; i < 20; i++) {
                Stream.open(ada(), null).close();
            }

            Alert alert = service.raise();

            stays.await(event -> event.isAbout(alert.id()) && event.name().equals("DELIVERED"));
            await().until(stays::isOpen);
        }
    }

    private Api ada() {
        return new Api(port, TokenIssuer.shared().onCall("ada", "metro"));
    }
}
