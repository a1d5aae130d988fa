package io.dorsal.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.kit.http.HttpTest;
import io.dorsal.kit.http.RawHttp;
import io.dorsal.kit.http.RawHttp.Answer;
import io.dorsal.testsupport.identity.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@HttpTest
class IdentityProviderAwayIT {

    private static final TokenIssuer ISSUER = TokenIssuer.start();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::issuer);
    }

    @Test
    void callersAreAskedToComeAgainWhileNobodyCanTellWhetherTheirTokenIsValid() {
        ISSUER.leave();
        assertUnavailable(call(ISSUER.clinic("north")));

        ISSUER.comeBack();
        assertThat(call(ISSUER.clinic("north")).status()).isEqualTo(200);

        ISSUER.leave();
        assertThat(call(ISSUER.clinic("north")).status()).isEqualTo(200);
        assertUnavailable(call(ISSUER.signedByAStranger()));
        assertThat(call("nonsense").status()).isEqualTo(401);
    }

    private Answer call(String token) {
        return new RawHttp(port).send("GET", "/api/clinics/mine", token, "", "");
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
