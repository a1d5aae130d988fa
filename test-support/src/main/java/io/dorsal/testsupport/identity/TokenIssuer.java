package io.dorsal.testsupport.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An OpenID provider that knows discovery, keys and a sign-in that asks nothing: enough to verify its tokens by. */
public final class TokenIssuer {

    private final HttpServer server;
    private final RSAKey key;
    private final Clock clock = Clock.systemUTC();
    private final CodeFlow signIns = new CodeFlow(this);
    private volatile boolean away;

    private TokenIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    /** The issuer that all tests of this JVM share. */
    public static TokenIssuer shared() {
        return Shared.ISSUER;
    }

    /** An issuer of a test's own, which can go away and come back. */
    public static TokenIssuer start() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TokenIssuer issuer = new TokenIssuer(server, key);
            issuer.serve();
            return issuer;
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException("the test issuer did not start", e);
        }
    }

    /** Answers 503 from now on. */
    public void leave() {
        away = true;
    }

    /** Answers again. */
    public void comeBack() {
        away = false;
    }

    /** The issuer's address, as in the tokens. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How people sign in on pages. */
    public CodeFlow signIns() {
        return signIns;
    }

    /** A token of a clinic. */
    public String clinic(String clinicId) {
        return sign(claims("clinic-" + clinicId, "CLINIC").claim("clinic", clinicId));
    }

    /** A token of a specialist of some queues, who serves the networks metro and coast. */
    public String specialist(String... queues) {
        return sign(claims("specialist", "SPECIALIST")
                .claim("queues", List.of(queues))
                .claim("networks", List.of("metro", "coast")));
    }

    /** A token of on-call staff of some networks. */
    public String onCall(String subject, String... networks) {
        return sign(claims(subject, "ON_CALL").claim("networks", List.of(networks)));
    }

    /** A token of the operations team of both networks. */
    public String operations() {
        return sign(claims("ops", "OPERATIONS").claim("networks", List.of("metro", "coast")));
    }

    /** A token of an administrator. */
    public String admin() {
        return sign(claims("admin", "ADMIN").claim("networks", List.of("metro", "coast")));
    }

    /** A token that is valid and gives no role. */
    public String withoutRoles() {
        return with(Map.of("roles", List.of()));
    }

    /** A token of a clinic, but for these claims; valid if they are. */
    public String with(Map<String, Object> claims) {
        JWTClaimsSet.Builder builder = claims("clinic-north", "CLINIC").claim("clinic", "north");
        claims.forEach(builder::claim);
        return sign(builder);
    }

    /** A token of a clinic that is signed by a key which this issuer does not have. */
    public String signedByAStranger() {
        try {
            RSAKey strange = new RSAKeyGenerator(2048).keyID("stranger").generate();
            return sign(claims("clinic-north", "CLINIC").claim("clinic", "north"), strange);
        } catch (JOSEException e) {
            throw new IllegalStateException("a key could not be made", e);
        }
    }

    private JWTClaimsSet.Builder claims(String subject, String role) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofHours(1))))
                .claim("roles", List.of(role));
    }

    private String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, key);
    }

    private static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    private void serve() {
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token", "end_session_endpoint": "%1$s/logout", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        signIns.serve(server);
        server.start();
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(away ? 503 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static final class Shared {

        static final TokenIssuer ISSUER = start();
    }
}
