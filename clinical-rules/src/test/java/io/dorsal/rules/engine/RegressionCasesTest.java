package io.dorsal.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.yaml.Rulesets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegressionCasesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");

    private final TriageEngine engine = new TriageEngine(Rulesets.active());
    private final AssessmentJson json = new AssessmentJson(Rulesets.active().vocabulary());

    @TestFactory
    Stream<DynamicTest> decidesAsExpected() throws IOException {
        return cases().map(one -> DynamicTest.dynamicTest(
                one.required("id").stringValue() + " " + one.required("story").stringValue(), () -> check(one)));
    }

    private void check(JsonNode one) {
        Decision decision = engine.decide(assessment(one.required("assessment")), null);

        JsonNode expected = one.required("expected");
        assertThat(decision.urgency().name())
                .isEqualTo(expected.required("urgency").stringValue());
        assertThat(decision.findings().stream().map(Finding::rule))
                .containsExactlyElementsOf(texts(expected.required("findings")));
        assertThat(decision.referrals().stream()
                        .map(referral -> referral.queue() + " " + referral.urgency())
                        .toList())
                .isEqualTo(expected.required("referrals")
                        .valueStream()
                        .map(referral -> referral.required("queue").stringValue() + " "
                                + referral.required("urgency").stringValue())
                        .toList());
        assertThat(decision.unansweredSafetyQuestions())
                .isEqualTo(texts(expected.required("unansweredSafetyQuestions")));
        assertThat(String.valueOf(decision.durationClass()))
                .isEqualTo(expected.required("durationClass").stringValue());
        assertThat(decision.pattern().name())
                .isEqualTo(expected.required("pattern").stringValue());
    }

    private Assessment assessment(JsonNode node) {
        Reading reading = json.read(MAPPER.writeValueAsBytes(node), NOW);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).assessment();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private static Stream<JsonNode> cases() throws IOException {
        try (InputStream lines =
                Objects.requireNonNull(RegressionCasesTest.class.getResourceAsStream("/cases/regression.jsonl"))) {
            List<JsonNode> cases = new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(MAPPER::readTree)
                    .toList();
            assertThat(cases).hasSize(50);
            return cases.stream();
        }
    }
}
