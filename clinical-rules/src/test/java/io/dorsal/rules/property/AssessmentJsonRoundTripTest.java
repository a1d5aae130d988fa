package io.dorsal.rules.property;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.DecisionJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.rules.yaml.Rulesets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class AssessmentJsonRoundTripTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");

    private final AssessmentJson json = new AssessmentJson(Rulesets.active().vocabulary());
    private final TriageEngine engine = new TriageEngine(Rulesets.active());

    @Property
    void whatIsWrittenIsReadAsItWas(@ForAll Answers answers, @ForAll @IntRange(max = 1_000_000) int secondsAgo) {
        Assessment assessment = new Assessment("p-€-😀", NOW.minusSeconds(secondsAgo), answers);

        assertThat(json.read(json.write(assessment), NOW)).isEqualTo(new Reading.Accepted(assessment));
    }

    @Property
    void theOrderOfMembersDoesNotMatter(@ForAll Answers answers, @ForAll long seed) {
        Assessment assessment = new Assessment("p", null, answers);
        JsonNode shuffled = shuffled(MAPPER.readTree(json.write(assessment)), new Random(seed));

        Reading reading = json.read(MAPPER.writeValueAsBytes(shuffled), NOW);

        assertThat(reading).isEqualTo(new Reading.Accepted(assessment));
        Assessment read = ((Reading.Accepted) reading).assessment();
        assertThat(json.writeAnswers(read.answers())).isEqualTo(json.writeAnswers(answers));
        assertThat(DecisionJson.write(engine.decide(read, 0)))
                .isEqualTo(DecisionJson.write(engine.decide(assessment, 0)));
    }

    @Property(tries = 200)
    void answersAloneHoldNeitherReferenceNorTime(@ForAll Answers answers) {
        assertThat(new String(json.writeAnswers(answers), UTF_8)).doesNotContain("reference", "assessedAt");
    }

    private static JsonNode shuffled(JsonNode node, Random random) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>(node.propertyNames());
            Collections.shuffle(names, random);
            var object = JsonNodeFactory.instance.objectNode();
            names.forEach(name -> object.set(name, shuffled(node.required(name), random)));
            return object;
        }
        if (node.isArray()) {
            List<JsonNode> values = new ArrayList<>(node.values());
            Collections.shuffle(values, random);
            var array = JsonNodeFactory.instance.arrayNode();
            values.forEach(array::add);
            return array;
        }
        return node;
    }
}
