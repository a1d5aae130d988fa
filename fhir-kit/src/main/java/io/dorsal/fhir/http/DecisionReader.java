package io.dorsal.fhir.http;

import io.dorsal.fhir.ToldDecision;
import io.dorsal.fhir.ToldDecision.ToldFinding;
import io.dorsal.rules.decision.Urgency;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the document of a decision, as it is kept. */
public final class DecisionReader {

    private final JsonMapper json;

    public DecisionReader(JsonMapper json) {
        this.json = json;
    }

    /** What is told of it. */
    public ToldDecision read(String document) {
        JsonNode decision = json.readTree(document);
        return new ToldDecision(
                decision.path("rulesetVersion").asString(""),
                decision.path("findings")
                        .valueStream()
                        .map(DecisionReader::finding)
                        .toList(),
                strings(decision.path("unansweredSafetyQuestions")),
                strings(decision.path("adviceToClinic")));
    }

    private static ToldFinding finding(JsonNode finding) {
        return new ToldFinding(
                finding.path("rule").asString(""),
                finding.path("title").asString(""),
                Urgency.valueOf(finding.path("urgency").asString("")),
                finding.path("because")
                        .valueStream()
                        .map(DecisionReader::because)
                        .toList(),
                strings(finding.path("queues")),
                finding.path("workUp").asString(null),
                strings(finding.path("sources")));
    }

    private static String because(JsonNode because) {
        JsonNode value = because.path("value");
        String path = because.path("path").asString("");
        if (value.isNull()) {
            return path + " is not answered";
        }
        return path + " is " + (value.isArray() ? String.join(" and ", strings(value)) : value.asString());
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
