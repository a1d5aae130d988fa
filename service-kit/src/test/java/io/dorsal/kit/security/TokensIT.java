package io.dorsal.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.kit.http.HttpTest;
import io.dorsal.kit.http.RawHttp;
import io.dorsal.kit.http.RawHttp.Answer;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class TokensIT {

    private static final TokenIssuer ISSUER = TokenIssuer.shared();

    @LocalServerPort
    private int port;

    @Test
    void aTokenOfAClinicSaysWhoCalls() {
        Answer answer = call(ISSUER.clinic("north"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"clinic\":\"north\"", "\"roles\":[\"CLINIC\"]");
    }

    @Test
    void aTokenWithoutRolesMayNotCallWhatNeedsOne() {
        assertProblem(call(ISSUER.withoutRoles()), 403);
    }

    @ParameterizedTest
    @MethodSource("tokensThatAreNone")
    void whatIsNoTokenOfOursIsUnauthorized(String token) {
        Answer answer = call(token);

        assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    static Stream<String> tokensThatAreNone() {
        String valid = ISSUER.clinic("north");
        String[] parts = valid.split("\\.", -1);
        Instant past = Instant.parse("2020-01-01T00:00:00Z");
        return Stream.of(
                "",
                "x",
                "..",
                "a.b.c",
                "x.y.z.x.y",
                "ä",
                valid + "x",
                valid.substring(0, valid.length() - 10),
                encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".",
                encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"RS512\",\"kid\":\"test\"}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":\"RS256\",\"crit\":[\"x\"]}") + "." + parts[1] + "." + parts[2],
                encoded("{\"alg\":5}") + "." + parts[1] + "." + parts[2],
                encoded("[]") + "." + parts[1] + "." + parts[2],
                encoded("{\"a\":".repeat(500)) + "." + parts[1] + "." + parts[2],
                encoded("[".repeat(3_000)) + "." + parts[1] + "." + parts[2],
                ISSUER.signedByAStranger(),
                ISSUER.with(Map.of("exp", Date.from(past))),
                ISSUER.with(Map.of("nbf", Date.from(Instant.parse("2090-01-01T00:00:00Z")))),
                ISSUER.with(Map.of("iss", "http://elsewhere")),
                ISSUER.with(Map.of("iss", 5)),
                ISSUER.with(Map.of("exp", "tomorrow")),
                ISSUER.with(Map.of("sub", Map.of())));
    }

    @ParameterizedTest
    @MethodSource("claimsOfOddTypes")
    void claimsOfOddTypesGiveNothingAndAreNoServerError(Map<String, Object> claims) {
        assertThat(call(ISSUER.with(claims)).status()).isIn(200, 401, 403);
    }

    static Stream<Map<String, Object>> claimsOfOddTypes() {
        return Stream.of(
                        "roles",
                        "clinic",
                        "networks",
                        "queues",
                        "sub",
                        "aud",
                        "jti",
                        "iat",
                        "scope",
                        "scp",
                        "client_id")
                .flatMap(claim -> Stream.<Object>of(
                                5,
                                -1.5,
                                true,
                                "",
                                "nonsense",
                                List.of(),
                                List.of(5),
                                List.of(List.of()),
                                Map.of("a", 1))
                        .map(value -> Map.of(claim, value)));
    }

    @Test
    void rolesThatAreNoListOfThemGiveNone() {
        for (Object roles :
                List.of(5, "CLINIC", Map.of("CLINIC", true), List.of("clinic"), List.of(List.of("CLINIC")))) {
            assertProblem(call(ISSUER.with(Map.of("roles", roles))), 403);
        }
    }

    @Test
    void aClinicThatIsNoIdIsNone() {
        for (Object clinic : List.of("north|x", "|", " ", "", 5, List.of("north"), Map.of())) {
            Answer answer = call(ISSUER.with(Map.of("clinic", clinic)));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("\"clinic\":null");
        }
    }

    @Test
    void aTokenThatIsHugeIsRefused() {
        assertThat(call(ISSUER.with(Map.of("padding", "x".repeat(20_000)))).status())
                .isBetween(400, 431);
    }

    @Test
    void anotherSchemeOrTwoTokensAreUnauthorizedOrBad() {
        RawHttp http = new RawHttp(port);
        String token = ISSUER.clinic("north");
        for (String header : List.of(
                "Authorization: Basic Og==",
                "Authorization: Bearer",
                "Authorization: Bearer a b",
                "Authorization: ",
                "Authorization: Bearer " + token + "\r\nAuthorization: Bearer x")) {
            assertThat(http.send("GET /api/clinics/mine HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header
                                    + "\r\n\r\n")
                            .status())
                    .as(header)
                    .isIn(200, 400, 401);
        }
    }

    private Answer call(String token) {
        return new RawHttp(port).send("GET", "/api/clinics/mine", token, "", "");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
