package io.dorsal.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.preview.PreviewRules;
import io.dorsal.intake.testing.SampleAssessments;
import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.yaml.Rulesets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeRulesTest {

    private static final TriageEngine PACKED = new TriageEngine(Rulesets.active());

    private final EpisodeRules rules = new EpisodeRules(network -> PACKED);

    @Test
    void theThirdPresentationMatters() {
        assertThat(rules.fire("metro", answers("STABLE"), 2)).isTrue();
        assertThat(rules.fire("metro", answers("STABLE"), 1)).isFalse();
    }

    @Test
    void whoGetsBetterMayComeAsOftenAsTheyLike() {
        assertThat(rules.fire("metro", answers("IMPROVING"), 2)).isFalse();
    }

    @Test
    void aNetworksPolicyMayHaveItMatterSooner(@TempDir Path policies) throws IOException {
        Files.writeString(policies.resolve("metro.yaml"), """
                network: metro
                version: 1
                thresholds:
                  - {rule: REPRESENTED-1, from: {earlierAssessments: {atLeast: 2}}, to: {earlierAssessments: {atLeast: 1}},
                     why: Whoever comes again is looked at again., approvedBy: Board of metro}
                """);
        EpisodeRules withPolicies =
                new EpisodeRules(new PreviewRules(null, policies, Set.of("metro", "coast"))::engine);

        assertThat(withPolicies.fire("metro", answers("STABLE"), 1)).isTrue();
        assertThat(withPolicies.fire("coast", answers("STABLE"), 1)).isFalse();
    }

    private static Answers answers(String course) {
        String body = SampleAssessments.backPain("patient", 4)
                .replace("\"severity\"", "\"course\": \"" + course + "\", \"severity\"");
        return switch (SomeAccepted.JSON.read(body.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)) {
            case Reading.Accepted(var assessment) -> assessment.answers();
            case Reading.Malformed _, Reading.Invalid _ -> throw new AssertionError("the sample is no assessment");
        };
    }
}
