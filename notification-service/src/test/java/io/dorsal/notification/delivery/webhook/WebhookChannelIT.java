package io.dorsal.notification.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Urgency;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.delivery.Wording;
import io.dorsal.notification.link.SomeLinks;
import io.dorsal.notification.policy.Contact;
import io.dorsal.notification.support.WebhookSink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookChannelIT {

    private final WebhookSink sink = new WebhookSink();
    private final Message message = new Message(
            new DeliveryId(UUID.randomUUID()),
            new AlertId(UUID.randomUUID()),
            AlertKind.EMERGENCY,
            false,
            "north",
            Urgency.EMERGENCY,
            "cauda equina syndrome",
            Instant.parse("2026-11-22T03:00:00Z"));

    @Test
    void aWebhookIsThinAndItsSignatureVerifies() throws Exception {
        assertThat(channel().send(message, contact(sink.url("/webhook")))).isEqualTo(new Outcome.Accepted("204"));

        assertThat(sink.complaints()).isEmpty();
        WebhookSink.Arrival arrival = sink.all().getFirst();
        assertThat(arrival.id()).isEqualTo(message.delivery().toString());
        JsonNode data = arrival.body().path("data");
        assertThat(arrival.body().path("type").asString()).isEqualTo("alert.notifying");
        assertThat(arrival.body().path("timestamp").asString()).isEqualTo("2026-11-22T03:00:00Z");
        assertThat(data.propertyNames())
                .containsExactlyInAnyOrder("alertId", "clinicId", "kind", "urgency", "rule", "link");
        assertThat(data.path("rule").asString()).isEqualTo("cauda equina syndrome");
    }

    @Test
    void attemptsOfOneDeliveryCarryOneId() throws Exception {
        channel().send(message, contact(sink.url("/webhook")));
        channel().send(message, contact(sink.url("/webhook")));

        assertThat(sink.all())
                .extracting(WebhookSink.Arrival::id)
                .containsOnly(message.delivery().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "200,Accepted",
        "302,Refused",
        "307,Refused",
        "400,Refused",
        "410,Refused",
        "408,Failed",
        "429,Failed",
        "500,Failed",
        "502,Failed",
        "504,Failed"
    })
    void onlyASuccessIsAnAcceptance(int status, String outcome) throws Exception {
        sink.answer(status);

        assertThat(channel()
                        .send(message, contact(sink.url("/webhook")))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(outcome);
        assertThat(sink.all()).hasSize(1);
    }

    @Test
    void aReceiverThatIsAwayHasFailed() throws Exception {
        assertThat(channel().send(message, contact(URI.create("http://localhost:1/webhook"))))
                .isEqualTo(new Outcome.Failed("ConnectException"));
    }

    @Test
    void aReceiverThatNeverAnswersHasFailedWithinSeconds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();

            Outcome outcome = channel().send(message, contact(URI.create("http://localhost:" + silent.getLocalPort())));

            assertThat(outcome).isEqualTo(new Outcome.Failed("HttpTimeoutException"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void anAnswerWhoseBodyNeverEndsIsAnAnswer() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(dripping));

            Outcome outcome =
                    channel().send(message, contact(URI.create("http://localhost:" + dripping.getLocalPort())));

            assertThat(outcome).isEqualTo(new Outcome.Accepted("200"));
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!server.isClosed()) {
                socket.getOutputStream().write('.');
                Thread.sleep(100);
            }
        } catch (IOException e) {
            // The channel has heard enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static WebhookChannel channel() throws Exception {
        return new WebhookChannel(
                new Webhook(WebhookSink.SECRET),
                JsonMapper.shared(),
                new Wording("http://localhost/{alertId}", SomeLinks.LINKS),
                Clock.systemUTC(),
                Duration.ofSeconds(2));
    }

    private static Contact contact(URI webhook) {
        return new Contact("ada", "Ada", null, webhook, null);
    }
}
