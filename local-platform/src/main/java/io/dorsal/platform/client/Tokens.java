package io.dorsal.platform.client;

import io.dorsal.platform.process.PartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gets access tokens for demo accounts, each as a client of its own: from the local platform's identity provider, or, where
 * Dorsal runs in containers, from Keycloak.
 */
public final class Tokens {

    private static final List<String> ENDPOINTS =
            List.of("/oauth2/token", "/realms/dorsal/protocol/openid-connect/token");
    private static final int NO_SUCH_ENDPOINT = 404;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String provider;

    public Tokens(int identityPort) {
        this.provider = "http://localhost:" + identityPort;
    }

    /**
     * A fresh token of that account.
     *
     * @throws PartFailure where nobody answers, or there is no such account
     */
    public String of(String account) {
        HttpResponse<String> answer = ENDPOINTS.stream()
                .map(endpoint -> send(request(URI.create(provider + endpoint), account)))
                .filter(response -> response.statusCode() != NO_SUCH_ENDPOINT)
                .findFirst()
                .orElseThrow(() -> new PartFailure("no identity provider of Dorsal's answers at " + provider));
        if (answer.statusCode() != 200) {
            throw new PartFailure(
                    "no token for " + account + ": the identity provider answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private static HttpRequest request(URI endpoint, String account) {
        String credentials =
                Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PartFailure("Dorsal does not run here; start it with ./dorsal up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted", e);
        }
    }
}
