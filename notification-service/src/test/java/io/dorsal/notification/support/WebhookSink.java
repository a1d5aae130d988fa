package io.dorsal.notification.support;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of webhooks that verifies what it is sent, and can be told to refuse. */
public final class WebhookSink {

    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** What arrived, verified. */
    public record Arrival(String id, String path, JsonNode body, long atNanos) {}

    private final HttpServer server;
    private final Webhook verifier;
    private final JsonMapper json = JsonMapper.shared();
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    public WebhookSink() {
        try {
            verifier = new Webhook(SECRET);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        try {
            verifier.verify(body, headers);
            arrivals.add(new Arrival(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestURI().getPath(),
                    json.readTree(body),
                    System.nanoTime()));
        } catch (WebhookVerificationException e) {
            complaints.add("not verified: " + e.getMessage());
        }
        if (status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", url("/elsewhere").toString());
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** Answers so from now on. */
    public void answer(int code) {
        status = code;
    }

    public URI url(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** All that arrived for an alert. */
    public List<Arrival> arrivals(UUID alert) {
        return arrivals.stream()
                .filter(arrival -> alert.toString()
                        .equals(arrival.body().path("data").path("alertId").asString("")))
                .toList();
    }

    public List<Arrival> all() {
        return List.copyOf(arrivals);
    }

    /** Requests whose signature did not verify. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }
}
