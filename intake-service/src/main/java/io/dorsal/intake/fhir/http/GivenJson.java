package io.dorsal.intake.fhir.http;

import io.dorsal.rules.vocabulary.AnswerValue;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as the JSON of an assessment, whether or not they are allowed: so both are judged by the same rules. */
final class GivenJson {

    /** Escaped, since the half of a pair of characters is for the reader to refuse and not for the writer. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .build();

    private GivenJson() {}

    static byte[] write(Map<String, AnswerValue> given) {
        ObjectNode assessment = JSON.createObjectNode();
        new TreeMap<>(given).forEach((path, value) -> {
            int dot = path.indexOf('.');
            ObjectNode parent = dot < 0 ? assessment : assessment.withObjectProperty(path.substring(0, dot));
            write(parent, path.substring(dot + 1), value);
        });
        return JSON.writeValueAsBytes(assessment);
    }

    private static void write(ObjectNode parent, String name, AnswerValue value) {
        switch (value) {
            case AnswerValue.Flag(boolean flag) -> parent.put(name, flag);
            case AnswerValue.Whole(int number) -> parent.put(name, number);
            case AnswerValue.Symbol(String text) -> parent.put(name, text);
            case AnswerValue.Symbols(var symbols) -> symbols.forEach(parent.putArray(name)::add);
        }
    }
}
