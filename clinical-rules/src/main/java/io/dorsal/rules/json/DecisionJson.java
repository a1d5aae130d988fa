package io.dorsal.rules.json;

import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Explanation;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.OpenQuestion;
import io.dorsal.rules.decision.Referral;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Decisions as JSON, member by member as the HTTP contract names them. */
public final class DecisionJson {
    private DecisionJson() {}

    /** The decision as an object of its own, without ids and times. */
    public static byte[] write(Decision decision) {
        return bytes(json -> write(json, decision, _ -> {}));
    }

    /** The decision as an object of its own, without ids and times, with its whole explanation behind it. */
    public static byte[] write(Explanation explanation) {
        return bytes(json -> {
            json.writeStartObject();
            members(json, explanation.decision());
            ExplanationJson.members(json, explanation);
            json.writeEndObject();
        });
    }

    private static byte[] bytes(Consumer<JsonGenerator> writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = StrictJson.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            writing.accept(json);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the decision as one object value.
     *
     * @param front writes the members that the caller adds in front, such as ids and times
     */
    public static void write(JsonGenerator json, Decision decision, Consumer<JsonGenerator> front) {
        json.writeStartObject();
        front.accept(json);
        members(json, decision);
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, Decision decision) {
        json.writeStringProperty("urgency", decision.urgency().name());
        json.writeStringProperty("rulesetVersion", decision.rulesetVersion());
        json.writeStringProperty("rulesetHash", decision.rulesetHash());
        json.writeName("findings").writeStartArray();
        decision.findings().forEach(finding -> write(json, finding));
        json.writeEndArray();
        json.writeName("referrals").writeStartArray();
        decision.referrals().forEach(referral -> write(json, referral));
        json.writeEndArray();
        strings(json, "unansweredSafetyQuestions", decision.unansweredSafetyQuestions(), Function.identity());
        json.writeName("openQuestions").writeStartArray();
        decision.openQuestions().forEach(question -> write(json, question));
        json.writeEndArray();
        strings(json, "regions", decision.regions(), Function.identity());
        if (decision.durationClass() != null) {
            json.writeStringProperty("durationClass", decision.durationClass().name());
        }
        json.writeStringProperty("pattern", decision.pattern().name());
        strings(json, "adviceToClinic", decision.adviceToClinic(), Function.identity());
        strings(json, "adviceToPatient", decision.adviceToPatient(), Function.identity());
    }

    private static void write(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("rule", finding.rule());
        json.writeStringProperty("title", finding.title());
        json.writeStringProperty("urgency", finding.urgency().name());
        because(json, finding.because());
        strings(json, "queues", finding.queues(), Enum::name);
        String workUp = finding.workUp();
        if (workUp != null) {
            json.writeStringProperty("workUp", workUp);
        }
        strings(json, "sources", finding.sources(), Function.identity());
        if (finding.evaluationFailed()) {
            json.writeBooleanProperty("evaluationFailed", true);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, OpenQuestion question) {
        json.writeStartObject();
        json.writeStringProperty("path", question.path());
        json.writeStringProperty("rule", question.rule());
        json.writeStringProperty("couldRaiseTo", question.couldRaiseTo().name());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Referral referral) {
        json.writeStartObject();
        json.writeStringProperty("queue", referral.queue().name());
        json.writeStringProperty("urgency", referral.urgency().name());
        json.writeBooleanProperty("primary", referral.primary());
        json.writeEndObject();
    }

    static void because(JsonGenerator json, List<Because> reasons) {
        json.writeName("because").writeStartArray();
        reasons.forEach(because -> {
            json.writeStartObject();
            json.writeStringProperty("path", because.path());
            json.writeName("value");
            AnswersWriter.value(json, because.value());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    static <T> void strings(JsonGenerator json, String name, List<T> values, Function<T, String> text) {
        json.writeName(name).writeStartArray();
        values.forEach(value -> json.writeString(text.apply(value)));
        json.writeEndArray();
    }
}
