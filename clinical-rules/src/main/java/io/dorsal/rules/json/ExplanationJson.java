package io.dorsal.rules.json;

import io.dorsal.rules.decision.Counterfactual;
import io.dorsal.rules.decision.Counterfactual.Change;
import io.dorsal.rules.decision.Explanation;
import io.dorsal.rules.decision.RuleOutcome;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** What an explanation adds to a decision. */
final class ExplanationJson {
    private ExplanationJson() {}

    static void members(JsonGenerator json, Explanation explanation) {
        json.writeName("rules").writeStartArray();
        explanation.rules().forEach(outcome -> write(json, outcome));
        json.writeEndArray();
        json.writeName("counterfactuals").writeStartArray();
        explanation.counterfactuals().forEach(counterfactual -> write(json, counterfactual));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, RuleOutcome outcome) {
        json.writeStartObject();
        json.writeStringProperty("rule", outcome.rule());
        json.writeStringProperty("outcome", outcome.outcome().name());
        DecisionJson.because(json, outcome.because());
        DecisionJson.strings(json, "open", outcome.open(), Function.identity());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Counterfactual counterfactual) {
        json.writeStartObject();
        json.writeName("changes").writeStartArray();
        counterfactual.changes().forEach(change -> write(json, change));
        json.writeEndArray();
        json.writeStringProperty("urgency", counterfactual.urgency().name());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("path", change.path());
        json.writeName("from");
        AnswersWriter.value(json, change.from());
        json.writeName("to");
        AnswersWriter.value(json, change.to());
        json.writeEndObject();
    }
}
