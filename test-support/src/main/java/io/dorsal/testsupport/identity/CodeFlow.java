package io.dorsal.testsupport.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Signs in whoever comes, without asking: as if the browser had a session with the provider already. */
public final class CodeFlow {

    private final TokenIssuer issuer;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final AtomicInteger codes = new AtomicInteger();
    private volatile Supplier<String> accessTokens;
    private volatile Duration lifetime = Duration.ofHours(1);
    private volatile boolean renews = true;

    CodeFlow(TokenIssuer issuer) {
        this.issuer = issuer;
        this.accessTokens = () -> issuer.clinic("north");
    }

    /** Whoever signs in from now on gets these access tokens, which are said to last so long. */
    public void gives(Supplier<String> accessTokens, Duration lifetime) {
        this.accessTokens = accessTokens;
        this.lifetime = lifetime;
    }

    /** Whether access tokens are renewed. */
    public void renews(boolean renews) {
        this.renews = renews;
    }

    void serve(HttpServer server) {
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        String code = "code-" + codes.incrementAndGet();
        nonces.put(code, query.get("nonce"));
        boolean isProven = "S256".equals(query.get("code_challenge_method"));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        query.get("redirect_uri") + "?state=" + query.get("state")
                                + (isProven ? "&code=" + code : "&error=invalid_request"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean renewal = "refresh_token".equals(form.get("grant_type"));
        if (renewal && !renews) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        String idToken = renewal
                ? ""
                : "\"id_token\": \"%s\", "
                        .formatted(issuer.with(
                                Map.of("sub", "north", "aud", "pages", "nonce", nonces.get(form.get("code")))));
        answer(
                exchange,
                200,
                "{%s\"access_token\": \"%s\", \"refresh_token\": \"r\", \"token_type\": \"Bearer\", \"expires_in\": %d}"
                        .formatted(idToken, accessTokens.get(), lifetime.toSeconds()));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> parameters(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, other) -> one));
    }
}
