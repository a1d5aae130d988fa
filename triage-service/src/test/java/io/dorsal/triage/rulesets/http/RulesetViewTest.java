package io.dorsal.triage.rulesets.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.yaml.Rulesets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesetViewTest {

    private final JsonNode ruleset = new JsonMapper().valueToTree(RulesetView.of(Rulesets.active()));

    @Test
    void definesWhatIsDerivedFromAnswers() {
        JsonNode number = ruleset.path("numbers").path(0);

        assertThat(number.path("number").asString()).isEqualTo("ageAtOnset");
        assertThat(number.path("is").asString()).isEqualTo("`patient.ageYears` − ⌊`pain.durationDays` / 365⌋");
    }

    @Test
    void definesTheClasses() {
        assertThat(ruleset.path("durationClasses").toString())
                .isEqualTo("[{\"name\":\"ACUTE\",\"when\":[\"- `pain.durationDays` is at most 41\"]},"
                        + "{\"name\":\"SUBACUTE\",\"when\":[\"- `pain.durationDays` is at most 89\"]},"
                        + "{\"name\":\"CHRONIC\",\"when\":[\"- always\"]}]");
        assertThat(ruleset.path("patterns").findValuesAsString("name"))
                .containsExactly("INFLAMMATORY", "RADICULAR", "MECHANICAL", "UNCLASSIFIED");
    }

    @Test
    void saysWhenAQuestionBelongsToTheEmergencyScreen() {
        JsonNode questions = ruleset.path("emergencyScreenQuestions");

        assertThat(questions.findValuesAsString("question"))
                .isEqualTo(ruleset.path("emergencyScreen")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        assertThat(questions.path(0).path("when").toString()).isEqualTo("[\"- always\"]");
        assertThat(questions.path(8).path("question").asString()).isEqualTo("neuro.deficitCourse");
        assertThat(questions.path(8).path("when").toString()).isEqualTo("[\"- *deficit*\"]");
    }

    @Test
    void listsTheQueuesInTheirOrder() {
        assertThat(ruleset.path("queues").propertyNames())
                .containsExactlyElementsOf(
                        Arrays.stream(Queue.values()).map(Queue::name).toList());
    }
}
