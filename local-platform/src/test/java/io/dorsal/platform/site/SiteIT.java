package io.dorsal.platform.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import com.standardwebhooks.Webhook;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The site over real HTTP and real SMTP: what its tokens claim, and what it keeps of what it is sent. */
@SpringBootTest(
        classes = SiteApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=site",
            "management.server.port=0",
            "dorsal.site.issuer=http://localhost:1",
            "dorsal.site.webhook-secret=" + SiteIT.SECRET
        })
class SiteIT {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ANOTHER_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path state;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Value("${dorsal.site.smtp-port}")
    private int smtpPort;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        properties.add("dorsal.site.state-directory", state::toString);
        int free = freePort();
        properties.add("dorsal.site.smtp-port", () -> free);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clinic-north  | CLINIC     | north  |                              |
            clinic-south  | CLINIC     | south  |                              |
            clinic-harbor | CLINIC     | harbor |                              |
            north         | CLINIC     | north  |                              |
            south         | CLINIC     | south  |                              |
            harbor        | CLINIC     | harbor |                              |
            spine         | SPECIALIST |        | NEUROSURGERY SPINE_SURGERY   | metro coast
            rheuma        | SPECIALIST |        | RHEUMATOLOGY                 | metro coast
            oncall        | ON_CALL    |        |                              | metro
            oncall-coast  | ON_CALL    |        |                              | coast
            ops           | OPERATIONS |        |                              | metro coast
            admin         | ADMIN      |        |                              | metro coast
            """)
    void tokensClaimWhatTheAccountMay(
            String account, String role, @Nullable String clinic, @Nullable String queues, @Nullable String networks)
            throws Exception {
        var claims = SignedJWT.parse(token(account)).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo(account);
        assertThat(claims.getStringListClaim("roles")).containsExactly(role);
        assertThat(claims.getStringClaim("clinic")).isEqualTo(clinic);
        assertThat(claims.getStringListClaim("queues")).isEqualTo(list(queues));
        assertThat(claims.getStringListClaim("networks")).isEqualTo(list(networks));
    }

    private static @Nullable List<String> list(@Nullable String words) {
        return words == null ? null : List.of(words.split(" ", -1));
    }

    @Test
    void aWrongSecretGetsNoToken() throws Exception {
        assertThat(tokenRequest("oncall", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void aSignedWebhookIsTakenAndListedAsValid() throws Exception {
        String id = UUID.randomUUID().toString();
        String body = "{\"type\": \"alert.notifying\", \"data\": {\"alertId\": \"a-" + id + "\"}}";

        assertThat(webhook(id, Instant.now(Clock.systemUTC()), body, SECRET)).isEqualTo(204);

        JsonNode listed = listed(id);
        assertThat(listed.path("channel").asString()).isEqualTo("WEBHOOK");
        assertThat(listed.path("alertId").asString()).isEqualTo("a-" + id);
        assertThat(listed.path("signatureValid").asBoolean()).isTrue();
        assertThat(Instant.parse(listed.path("receivedAt").asString())).isNotNull();
    }

    @Test
    void aWebhookSignedWithAnotherSecretIsRefusedAndListedAsInvalid() throws Exception {
        String id = UUID.randomUUID().toString();

        assertThat(webhook(id, Instant.now(Clock.systemUTC()), "{}", ANOTHER_SECRET))
                .isEqualTo(401);

        assertThat(listed(id).path("signatureValid").asBoolean(true)).isFalse();
        assertThat(listed(id).has("alertId")).isFalse();
    }

    @Test
    void anOldSignatureIsNoSignature() throws Exception {
        String id = UUID.randomUUID().toString();

        int status = webhook(id, Instant.now(Clock.systemUTC()).minusSeconds(3600), "{}", SECRET);

        assertThat(status).isEqualTo(401);
    }

    @Test
    void aWebhookWithoutASignatureIsRefused() throws Exception {
        assertThat(post("/webhook", Map.of("webhook-id", "x"), "{}").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aHugeWebhookIsRefused() throws Exception {
        assertThat(post("/webhook", Map.of(), "x".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void aMailIsListedWithTheIdsOfItsHeaders() throws Exception {
        String id = UUID.randomUUID().toString();

        mail(id);

        JsonNode listed = listed(id);
        assertThat(listed.path("channel").asString()).isEqualTo("EMAIL");
        assertThat(listed.path("alertId").asString()).isEqualTo("a-" + id);
        assertThat(listed.path("signatureValid").isNull()).isTrue();
    }

    @Test
    @Timeout(30)
    void aStreamGoesOnAfterTheArrivalThatWasSeenLast() throws Exception {
        mail(UUID.randomUUID().toString());
        mail(UUID.randomUUID().toString());
        int seen = deliveries().size() - 1;

        HttpRequest request = HttpRequest.newBuilder(uri("/api/deliveries/stream"))
                .header("Last-Event-ID", Integer.toString(seen))
                .build();
        try (var lines = http.send(request, BodyHandlers.ofLines()).body()) {
            assertThat(lines.filter(line -> line.startsWith("id:")).findFirst()).contains("id:" + (seen + 1));
        }
    }

    @Test
    void theStartPageListsAddressesAndAccountsAndRunsNoInlineScript() throws Exception {
        HttpResponse<String> page = http.send(HttpRequest.newBuilder(uri("/")).build(), BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("clinic-north", "oncall", "/webhook").doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self'"));
    }

    private String token(String account) throws IOException, InterruptedException {
        return JSON.readTree(tokenRequest(account, account).body())
                .path("access_token")
                .asString();
    }

    private HttpResponse<String> tokenRequest(String account, String secret) throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString((account + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return post(
                "/oauth2/token",
                Map.of("Authorization", "Basic " + credentials, "Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials");
    }

    private int webhook(String id, Instant at, String body, String secret) throws Exception {
        String signature = new Webhook(secret).sign(id, at.getEpochSecond(), body);
        return post(
                        "/webhook",
                        Map.of(
                                "webhook-id",
                                id,
                                "webhook-timestamp",
                                Long.toString(at.getEpochSecond()),
                                "webhook-signature",
                                signature),
                        body)
                .statusCode();
    }

    private void mail(String id) throws MessagingException {
        Properties server = new Properties();
        server.put("mail.smtp.host", "localhost");
        server.put("mail.smtp.port", Integer.toString(smtpPort));
        MimeMessage mail = new MimeMessage(Session.getInstance(server));
        mail.setFrom(new InternetAddress("dorsal@example.org"));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("oncall@example.org"));
        mail.setSubject("An emergency");
        mail.setText("text");
        mail.setHeader("X-Dorsal-Delivery-Id", id);
        mail.setHeader("X-Dorsal-Alert-Id", "a-" + id);
        Transport.send(mail);
    }

    private JsonNode listed(String id) throws Exception {
        return await().atMost(10, TimeUnit.SECONDS)
                .until(
                        () -> deliveries().stream()
                                .filter(delivery ->
                                        delivery.path("deliveryId").asString("").equals(id))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<JsonNode> deliveries() throws IOException, InterruptedException {
        String body = http.send(HttpRequest.newBuilder(uri("/api/deliveries")).build(), BodyHandlers.ofString())
                .body();
        return JSON.readTree(body).valueStream().toList();
    }

    private HttpResponse<String> post(String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
