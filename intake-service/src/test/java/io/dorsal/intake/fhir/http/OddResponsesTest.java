package io.dorsal.intake.fhir.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.fhir.Issue;
import io.dorsal.fhir.http.FhirFormat;
import io.dorsal.intake.fhir.WorkedCases;
import io.dorsal.intake.fhir.http.ResponseChecks.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as nobody writes them by intent: each is refused where it is wrong, and none is guessed at. */
class OddResponsesTest {

    private static final String SEVERITY = "QuestionnaireResponse.item[1].item[1].answer[0]";
    private static final JsonMapper TREES = JsonMapper.builder().build();
    private static final List<String> ODD = List.of(
            "null",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "\"\"",
            "\" \"",
            "true",
            "-1",
            "1e400",
            "\"9999-99-99\"",
            "{\"resourceType\":\"Patient\"}",
            "[{\"extension\":[{\"url\":\"a\"}]}]",
            "{\"div\":\"<div/>\",\"status\":\"x\"}",
            "{\"reference\":\"#a\",\"identifier\":[]}");
    private static final String JSON = written(FhirFormat.JSON);
    private static final String XML = written(FhirFormat.XML);
    private static final String ABSENT =
            "{\"url\": \"http://hl7.org/fhir/StructureDefinition/data-absent-reason\", \"valueCode\": \"unknown\"}";

    @Example
    void twoValuesOfOneAnswerAreNone() {
        assertIssue("structure", SEVERITY, json("\"valueInteger\":5", "\"valueInteger\":5,\"valueDecimal\":1"));
        assertIssue("structure", SEVERITY, json("\"valueInteger\":5", "\"valueDecimal\":1,\"valueInteger\":5"));
        assertIssue("structure", SEVERITY, json("\"valueInteger\":5", "\"valueInteger\":5,\"_valueBoolean\":{}"));
        assertIssue(
                "structure",
                SEVERITY,
                xml("<valueInteger value=\"5\"/>", "<valueInteger value=\"5\"/><valueDecimal value=\"1\"/>"));
        assertIssue(
                "structure",
                SEVERITY,
                xml("<valueInteger value=\"5\"/>", "<valueInteger value=\"5\"/><valueInteger value=\"1\"/>"));
    }

    @Example
    void anAnswerThatIsSaidToBeAbsentIsNone() {
        assertIssue(
                "value",
                SEVERITY,
                json("\"valueInteger\":5", "\"valueInteger\":5,\"_valueInteger\":{\"extension\":[" + ABSENT + "]}"));
        assertIssue("value", SEVERITY, json("\"valueInteger\":5", "\"extension\":[" + ABSENT + "],\"valueInteger\":5"));
        assertIssue(
                "value",
                SEVERITY,
                json("\"linkId\":\"pain.severity\"", "\"linkId\":\"pain.severity\",\"extension\":[" + ABSENT + "]"));
    }

    @Example
    void whatModifiesAnAnswerIsNotUnderstood() {
        String modifier = "\"modifierExtension\":[{\"url\":\"http://a.b/c\",\"valueBoolean\":true}]";

        assertIssue("extension", SEVERITY, json("\"valueInteger\":5", modifier + ",\"valueInteger\":5"));
        assertIssue(
                "extension",
                "QuestionnaireResponse.item[1].item[1]",
                json("\"linkId\":\"pain.severity\"", "\"linkId\":\"pain.severity\"," + modifier));
        assertIssue(
                "extension",
                "QuestionnaireResponse.item[1]",
                json("\"linkId\":\"pain\"", "\"linkId\":\"pain\"," + modifier));
    }

    @Example
    void numbersWithoutEndAreRefusedWhereTheyStand() {
        String digits = "9".repeat(20_000);

        assertIssue("value", SEVERITY, json("\"valueInteger\":5", "\"valueInteger\":99999999999"));
        assertIssue("value", SEVERITY, json("\"valueInteger\":5", "\"valueInteger\":5.0"));
        assertIssue("value", SEVERITY, json("\"valueInteger\":5", "\"valueInteger\":1e400"));
        assertThat(json("\"valueInteger\":5", "\"valueInteger\":" + digits)).isNotEmpty();
        assertIssue("value", SEVERITY, xml("<valueInteger value=\"5\"/>", "<valueInteger value=\"" + digits + "\"/>"));
    }

    @Example
    void twoAnswersToAQuestionThatTakesOneAreNone() {
        assertIssue(
                "structure",
                "QuestionnaireResponse.item[1].item[1]",
                json("\"answer\":[{\"valueInteger\":5}]", "\"answer\":[{\"valueInteger\":5},{\"valueInteger\":5}]"));
    }

    @Example
    void anExtensionThatIsNullIsRefused() {
        assertThat(json("\"status\"", "\"extension\":[null],\"status\"")).isNotEmpty();
    }

    @Example
    void aNarrativeThatNamesFilesOrGrowsWithoutEndIsRefusedOrLeftAlone() {
        String entities =
                "<!DOCTYPE div [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY f SYSTEM"
                        + " 'file:///etc/hostname'>]><div xmlns='http://www.w3.org/1999/xhtml'>&b;&f;</div>";

        assertThat(Submitting.checked(
                        with(
                                JSON,
                                "\"status\"",
                                "\"text\":{\"status\":\"generated\",\"div\":\"" + entities + "\"},\"status\""),
                        FhirFormat.JSON))
                .isNotNull();
    }

    /** Whatever is sent, it is judged, and nothing else comes of it. */
    @Property(tries = 2000)
    void anythingIsJudged(@ForAll long seed, @ForAll FhirFormat format) {
        String body = mutated(format == FhirFormat.JSON ? JSON : XML, new Random(seed));

        assertThat(Submitting.checked(body, format)).isInstanceOf(Checked.class);
    }

    /** As above, of bodies that are well-formed: something of another kind stands where it should not. */
    @Property(tries = 2000)
    void anythingAnywhereIsJudged(@ForAll long seed) {
        Random random = new Random(seed);
        JsonNode body = TREES.readTree(JSON);
        for (int change = random.nextInt(3); change >= 0; change--) {
            List<JsonNode> places = places(body);
            JsonNode other = random.nextBoolean()
                    ? TREES.readTree(ODD.get(random.nextInt(ODD.size())))
                    : places.get(random.nextInt(places.size())).deepCopy();
            put(places.get(random.nextInt(places.size())), other, random);
        }

        assertThat(Submitting.checked(body.toString(), FhirFormat.JSON)).isInstanceOf(Checked.class);
    }

    private static List<JsonNode> places(JsonNode body) {
        List<JsonNode> places = new ArrayList<>(List.of(body));
        for (int i = 0; i < places.size() && i < 500; i++) {
            places.get(i).values().stream().filter(JsonNode::isContainer).forEach(places::add);
        }
        return places;
    }

    private static void put(JsonNode place, JsonNode other, Random random) {
        if (place instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), other);
        } else if (place instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            object.set(random.nextInt(4) == 0 ? "_" + name : name, other);
        }
    }

    /** Parts of it moved, doubled or cut, or a character changed. */
    private static String mutated(String body, Random random) {
        StringBuilder mutated = new StringBuilder(body);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int from = random.nextInt(mutated.length());
            int to = Math.min(mutated.length(), from + 1 + random.nextInt(40));
            String part = mutated.substring(from, to);
            switch (random.nextInt(5)) {
                case 0 -> mutated.delete(from, to);
                case 1 -> mutated.insert(random.nextInt(mutated.length()), part);
                case 2 -> mutated.replace(from, to, random.nextBoolean() ? "null" : "[]");
                case 3 -> mutated.replace(from, from + 1, "[]{}:,<>/\"7 \u0000\ud800".charAt(random.nextInt(14)) + "");
                default -> mutated.insert(from, "{\"item\":[null,{}]}");
            }
        }
        return mutated.toString();
    }

    private static void assertIssue(String code, String expression, List<Issue> issues) {
        assertThat(issues)
                .extracting(issue -> issue.code() + " " + issue.expression())
                .containsExactly(code + " " + expression);
    }

    private static List<Issue> json(String part, String by) {
        return Submitting.issues(with(JSON, part, by), FhirFormat.JSON);
    }

    private static List<Issue> xml(String part, String by) {
        return Submitting.issues(with(XML, part, by), FhirFormat.XML);
    }

    private static String with(String body, String part, String by) {
        assertThat(body).contains(part);
        int at = body.indexOf(part);
        return body.substring(0, at) + by + body.substring(at + part.length());
    }

    private static String written(FhirFormat format) {
        return Submitting.written(Submitting.response(WorkedCases.all().getFirst()), format);
    }
}
