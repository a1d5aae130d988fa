package io.dorsal.triage.rulesets.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.yaml.NetworkPolicies;
import io.dorsal.rules.yaml.Rulesets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
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
    void tellsTheOriginOfWhatAPolicyMayChangeAndTheRulesetsOwnValueBesideIt() {
        EffectiveRuleset effective = Objects.requireNonNull(
                NetworkPolicies.load(Path.of("src/test/resources/policies"), Rulesets.active(), Set.of("metro"))
                        .get("metro"));

        JsonNode view = new JsonMapper().valueToTree(RulesetView.of("metro", effective));

        JsonNode cord = rule(view, "CORD-1");
        assertThat(cord.path("urgency").asString()).isEqualTo("EMERGENCY");
        assertThat(cord.path("origins").path("urgency").toString())
                .isEqualTo(
                        "{\"origin\":\"POLICY\",\"ruleset\":\"URGENT\",\"changes\":[{\"change\":\"raised to EMERGENCY\","
                                + "\"why\":\"The network's neurosurgeons are on call around the clock.\",\"approvedBy\":\"Board of metro\"}]}");
        assertThat(cord.path("origins").path("queues").path("ruleset").toString())
                .isEqualTo("[\"NEUROSURGERY\"]");
        assertThat(cord.path("origins").path("when").toString()).isEqualTo("{\"origin\":\"RULESET\"}");
        JsonNode threshold = rule(view, "FRACTURE-2").path("origins").path("when");
        assertThat(threshold.path("changes").path(0).path("change").asString())
                .isEqualTo("`patient.ageYears` is at least 60, in place of: `patient.ageYears` is at least 65");
        assertThat(threshold.path("ruleset").toString()).contains("`patient.ageYears` is at least 65");
        assertThat(view.path("urgencies").path(2).path("origins").path("target").path("ruleset"))
                .isEqualTo(ruleset.path("urgencies").path(2).path("target"));
    }

    @Test
    void tellsNoOriginsOfTheRulesetItself() {
        assertThat(ruleset.findValues("origins")).isEmpty();
        assertThat(ruleset.has("network")).isFalse();
    }

    private static JsonNode rule(JsonNode view, String id) {
        return view.path("rules")
                .valueStream()
                .filter(rule -> rule.path("rule").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsTheQueuesInTheirOrder() {
        assertThat(ruleset.path("queues").propertyNames())
                .containsExactlyElementsOf(
                        Arrays.stream(Queue.values()).map(Queue::name).toList());
    }
}
