package io.dorsal.kit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookClientIT {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String EARLIER_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String BODY = "{\"type\": \"x\"}";

    private final List<Map<String, List<String>>> arrivals = new CopyOnWriteArrayList<>();
    private final HttpServer receiver = receiver();
    private final WebhookClient client = client(List.of(AddressRange.of("127.0.0.0/8"), AddressRange.of("::1/128")));
    private int status = 204;
    private Map<String, String> headers = Map.of();

    @AfterEach
    void stop() {
        client.close();
        receiver.stop(0);
    }

    @Test
    void whileASecretChangesReceiversVerifyByEither() throws Exception {
        List<Webhook> both = List.of(new Webhook(SECRET), new Webhook(EARLIER_SECRET));

        assertThat(client.post(url(), both, "id-1", BODY)).isEqualTo(new WebhookAnswer.Accepted("204"));

        Map<String, List<String>> arrived = arrivals.getFirst();
        new Webhook(SECRET).verify(BODY, arrived);
        new Webhook(EARLIER_SECRET).verify(BODY, arrived);
        assertThat(arrived.get("webhook-id")).containsExactly("id-1");
        assertThat(arrived.get("content-type")).containsExactly("application/json");
        assertThat(arrived.get("user-agent")).containsExactly("Dorsal");
    }

    @Test
    void aReceiverCanSayThatItWantsNoMore() throws Exception {
        status = 410;

        assertThat(post(client, url())).isEqualTo(new WebhookAnswer.Gone("410"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aReceiverCanAskToBeLeftAlone(int busy) throws Exception {
        status = busy;
        headers = Map.of("Retry-After", "7");

        assertThat(post(client, url()))
                .isEqualTo(new WebhookAnswer.Failed(String.valueOf(busy), Duration.ofSeconds(7)));
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        status = 307;
        headers = Map.of("Location", url() + "elsewhere");

        assertThat(post(client, url())).isEqualTo(new WebhookAnswer.Refused("307"));
        assertThat(arrivals).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1", "[::ffff:127.0.0.1]"})
    void nothingIsConnectedToThatIsNotAllowedByWhateverName(String host) throws Exception {
        try (WebhookClient publicOnly = client(List.of())) {
            URI target = URI.create(
                    "http://%s:%d/".formatted(host, receiver.getAddress().getPort()));

            assertThat(post(publicOnly, target)).isEqualTo(new WebhookAnswer.Refused("address not allowed"));
        }
        assertThat(arrivals).isEmpty();
    }

    @Test
    void anAnswerThatTricklesInIsNoneAfterTheTimeLimit() throws Exception {
        try (ServerSocket trickling = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> trickle(trickling));

            assertThat(post(client, URI.create("http://localhost:" + trickling.getLocalPort())))
                    .isEqualTo(new WebhookAnswer.Failed("HttpTimeoutException", null));
        }
    }

    @Test
    void whereNobodyListensItFails() throws Exception {
        assertThat(post(client, URI.create("http://localhost:1/")))
                .isEqualTo(new WebhookAnswer.Failed("ConnectException", null));
    }

    private static void trickle(ServerSocket server) {
        try (Socket socket = server.accept()) {
            while (!server.isClosed()) {
                socket.getOutputStream().write("HTTP/1.1 200 OK\r\nx: ".getBytes(StandardCharsets.US_ASCII), 0, 1);
                Thread.sleep(50);
            }
        } catch (IOException e) {
            // The client has heard enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static WebhookAnswer post(WebhookClient client, URI target) throws Exception {
        return client.post(target, List.of(new Webhook(SECRET)), "id-1", BODY);
    }

    private static WebhookClient client(List<AddressRange> allowed) {
        return new WebhookClient(AllowedAddresses.publicAnd(allowed), Clock.systemUTC(), Duration.ofSeconds(1));
    }

    private URI url() {
        return URI.create("http://localhost:" + receiver.getAddress().getPort() + "/");
    }

    private HttpServer receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::receive);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<String, List<String>> received = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), values));
        arrivals.add(received);
        exchange.getRequestBody().readAllBytes();
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
