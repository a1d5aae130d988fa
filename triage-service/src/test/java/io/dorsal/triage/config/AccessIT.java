package io.dorsal.triage.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.testsupport.platform.IntegrationTest;
import io.dorsal.triage.testing.Submitted;
import io.dorsal.triage.testing.TriageApi;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.context.TestPropertySource;

/** Here a token is the role that it carries. */
@IntegrationTest
@Import(AccessIT.RolesAsTokens.class)
@TestPropertySource(
        properties = {
            "spring.cloud.stream.bindings.assessments-in-0.consumer.auto-startup=false",
            "spring.cloud.stream.bindings.bulkAssessments-in-0.consumer.auto-startup=false"
        })
class AccessIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"CLINIC", "SPECIALIST", "ON_CALL", "OPERATIONS", "ADMIN"})
    void everyRoleMayEvaluateAndReadTheRules(String role) throws Exception {
        TriageApi api = new TriageApi(port, role);

        assertThat(api.evaluate(Submitted.RETENTION).statusCode()).isEqualTo(200);
        assertThat(api.get("/api/rulesets/current").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "VISITOR"})
    void aTokenWithoutARoleOfOursMayNot(String role) throws Exception {
        TriageApi api = new TriageApi(port, role);

        HttpResponse<String> answer = api.evaluate(Submitted.RETENTION);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(api.get("/api/rulesets/current").statusCode()).isEqualTo(403);
    }

    @TestConfiguration
    static class RolesAsTokens {

        @Bean
        JwtDecoder roles() {
            return token -> Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject("somebody")
                    .claim("roles", token.equals("NONE") ? List.of() : List.of(token))
                    .build();
        }
    }
}
