package io.dorsal.intake.testing;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

/** The system of the clinic {@value #CLINIC}, which is told of outcomes by webhook, and verifies what it is sent. */
public final class ClinicSystem {

    /** The only clinic that the service under test tells. */
    public static final String CLINIC = "harbor";

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final ClinicSystem SHARED = new ClinicSystem();

    private final HttpServer server;
    private final Webhook verifier;
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

    private ClinicSystem() {
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

    /** The one of this JVM. */
    public static ClinicSystem shared() {
        return SHARED;
    }

    /** The settings by which the service under test finds it. */
    public Map<String, Object> settings() {
        return Map.of(
                "intake.webhooks." + CLINIC + ".url",
                "http://localhost:" + server.getAddress().getPort() + "/outcomes",
                "intake.webhooks." + CLINIC + ".secret",
                SECRET,
                "intake.webhook-networks",
                "127.0.0.0/8,::1/128");
    }

    /** All that arrived about an assessment, the first first. */
    public List<Arrival> arrivals(UUID assessment) {
        return arrivals.stream()
                .filter(arrival -> arrival.assessment().equals(assessment))
                .toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        JsonNode body = JsonMapper.shared().readTree(text);
        UUID assessment = UUID.fromString(body.at("/data/assessmentId").stringValue());
        arrivals.add(new Arrival(
                exchange.getRequestHeaders().getFirst("webhook-id"), assessment, text, verifies(text, headers)));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private boolean verifies(String text, Map<String, List<String>> headers) {
        try {
            verifier.verify(text, headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    /** A webhook as it came. */
    public record Arrival(String id, UUID assessment, String text, boolean signatureValid) {

        /** The body. */
        public JsonNode body() {
            return JsonMapper.shared().readTree(text);
        }

        /** What it tells, and how urgent or in which state. */
        public String says() {
            JsonNode data = body().path("data");
            return body().path("type").asString() + " " + data.path("urgency").asString("-") + " "
                    + data.path("state").asString();
        }
    }
}
