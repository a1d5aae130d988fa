package io.dorsal.triage.rulesets;

import static io.dorsal.triage.testing.Submitted.MILD_COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Decision;
import io.dorsal.events.Lane;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.platform.IntegrationTest;
import io.dorsal.testsupport.topics.TopicClient;
import io.dorsal.triage.testing.Submitted;
import io.dorsal.triage.testing.TriageApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Metro has a policy, by which CORD-1 is an emergency; coast has none. */
@IntegrationTest
@TestPropertySource(properties = "dorsal.network-policies=src/test/resources/policies")
class NetworkPolicyIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CLUMSY_HANDS =
            MILD_COMPLETE.replace("\"saddleNumbness\": false", "\"saddleNumbness\": false, \"handClumsiness\": true");
    private static final TokenIssuer TOKENS = TokenIssuer.shared();

    private final JsonMapper json = new JsonMapper();
    private final TopicClient topics = new TopicClient();
    private final UUID id = UUID.randomUUID();

    @LocalServerPort
    private int port;

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void anAssessmentIsDecidedByThePolicyOfItsNetwork() {
        Decision decision = decided("metro").getDecision();

        assertThat(decision.getUrgency()).isEqualTo(Urgency.EMERGENCY);
        assertThat(decision.getFindings().getFirst().getRule()).isEqualTo("CORD-1");
        assertThat(decision.getRulesetVersion()).isEqualTo(Rulesets.active().version() + "+metro.1");
        assertThat(decision.getRulesetHash()).isNotEqualTo(Rulesets.active().hash());
        assertThat(topics.events(Topics.EMERGENCIES, id)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coast", "unheard-of"})
    void anAssessmentOfAnotherNetworkIsDecidedByTheRulesetItself(String network) {
        Decision decision = decided(network).getDecision();

        assertThat(decision.getUrgency()).isEqualTo(Urgency.URGENT);
        assertThat(decision.getRulesetVersion()).isEqualTo(Rulesets.active().version());
        assertThat(decision.getRulesetHash()).isEqualTo(Rulesets.active().hash());
    }

    @Test
    void anEvaluationAppliesThePolicyOfTheCallersClinic() throws Exception {
        assertThat(evaluated(TOKENS.clinic("south"))).isEqualTo("EMERGENCY");
        assertThat(evaluated(TOKENS.clinic("harbor"))).isEqualTo("URGENT");
        assertThat(evaluated(TOKENS.clinic("closed-down"))).isEqualTo("URGENT");
        assertThat(evaluated(TOKENS.admin())).isEqualTo("URGENT");
    }

    @Test
    void soDoesEachLineOfMany() throws Exception {
        String line = CLUMSY_HANDS.replace("\n", "");

        HttpResponse<String> answer =
                new TriageApi(port, TOKENS.clinic("north")).evaluateLines(line + "\n" + line + "\n");

        assertThat(answer.body().lines())
                .hasSize(2)
                .allSatisfy(decision -> assertThat(decision).contains("\"urgency\":\"EMERGENCY\""));
    }

    @Test
    void whoeverHasToDoWithTheNetworkReadsByWhatItDecides() throws Exception {
        for (String token : List.of(
                TOKENS.clinic("south"), TOKENS.onCall("oncall", "metro"), TOKENS.operations(), TOKENS.admin())) {
            HttpResponse<String> answer = effective(token, "?network=metro");

            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode ruleset = json.readTree(answer.body());
            assertThat(ruleset.path("network").asString()).isEqualTo("metro");
            assertThat(ruleset.path("version").asString()).endsWith("+metro.1");
            assertThat(ruleset.path("ruleset").path("hash").asString())
                    .isEqualTo(Rulesets.active().hash());
        }
    }

    @Test
    void aNetworkWithoutAPolicyDecidesByTheRulesetItself() throws Exception {
        JsonNode ruleset = json.readTree(
                effective(TOKENS.clinic("harbor"), "?network=coast").body());

        assertThat(ruleset.path("hash").asString()).isEqualTo(Rulesets.active().hash());
        assertThat(ruleset.path("version").asString())
                .isEqualTo(Rulesets.active().version());
    }

    @Test
    void theNetworkOfOthersIsNotToBeFoundNorOneThatThereIsNot() throws Exception {
        assertThat(effective(TOKENS.clinic("harbor"), "?network=metro").statusCode())
                .isEqualTo(404);
        assertThat(effective(TOKENS.onCall("oncall-coast", "coast"), "?network=metro")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> unknown = effective(TOKENS.admin(), "?network=unheard-of");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?network=", "?networks=metro"})
    void withoutANetworkTheProblemNamesTheParameter(String query) throws Exception {
        HttpResponse<String> answer = effective(TOKENS.admin(), query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("errors").findValuesAsString("path"))
                .containsExactly("network");
    }

    private UrgencyDecided decided(String network) {
        AssessmentSubmitted assessment = AssessmentSubmitted.newBuilder(
                        Submitted.event(id, 1, CLUMSY_HANDS, Lane.INTERACTIVE))
                .setNetworkId(network)
                .build();
        topics.send(Topics.ASSESSMENTS, id, assessment);
        return await().atMost(SOON)
                .until(() -> topics.events(Topics.DECISIONS, id), events -> events.size() == 1)
                .getFirst();
    }

    private String evaluated(String token) throws Exception {
        HttpResponse<String> answer = new TriageApi(port, token).evaluate(CLUMSY_HANDS);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body()).path("urgency").asString();
    }

    private HttpResponse<String> effective(String token, String query) throws Exception {
        return new TriageApi(port, token).get("/api/rulesets/effective" + query);
    }
}
