package io.dorsal.triage.evaluating;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.testsupport.identity.TokenIssuer;
import io.dorsal.testsupport.platform.IntegrationTest;
import io.dorsal.testsupport.platform.Repository;
import io.dorsal.triage.testing.TriageApi;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@IntegrationTest
class RegressionCasesIT {

    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Test
    void everyCaseIsDecidedAsExpectedOverHttp() throws Exception {
        TriageApi api = new TriageApi(port, TokenIssuer.shared().clinic("north"));
        List<JsonNode> cases = Files.readString(
                        Repository.file("clinical-rules/src/test/resources/cases/regression.jsonl"))
                .lines()
                .map(json::readTree)
                .toList();

        assertThat(cases).hasSize(50);
        for (JsonNode one : cases) {
            String answer = api.evaluate(one.path("assessment").toString()).body();

            assertThat(decided(json.readTree(answer)))
                    .as(one.path("id").asString())
                    .isEqualTo(one.path("expected"));
        }
    }

    /** The decision as far as the cases go, in their shape. */
    private JsonNode decided(JsonNode decision) {
        ObjectNode decided = json.createObjectNode();
        decided.set("urgency", decision.path("urgency"));
        decided.set("findings", json.valueToTree(decision.path("findings").findValuesAsString("rule")));
        ObjectNode[] referrals = decision.path("referrals")
                .valueStream()
                .map(ObjectNode.class::cast)
                .map(referral -> referral.without("primary"))
                .toArray(ObjectNode[]::new);
        decided.set("referrals", json.createArrayNode().addAll(List.of(referrals)));
        for (String member : List.of("unansweredSafetyQuestions", "durationClass", "pattern")) {
            decided.set(member, decision.path(member));
        }
        return decided;
    }
}
