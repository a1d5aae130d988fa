package io.dorsal.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.testing.SampleAssessments;
import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.yaml.Rulesets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EpisodeRulesTest {

    private final EpisodeRules rules = new EpisodeRules(new TriageEngine(Rulesets.active()));

    @Test
    void theThirdPresentationMatters() {
        assertThat(rules.fire(answers("STABLE"), 2)).isTrue();
        assertThat(rules.fire(answers("STABLE"), 1)).isFalse();
    }

    @Test
    void whoGetsBetterMayComeAsOftenAsTheyLike() {
        assertThat(rules.fire(answers("IMPROVING"), 2)).isFalse();
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
