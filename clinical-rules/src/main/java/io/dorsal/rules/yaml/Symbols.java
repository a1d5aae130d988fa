package io.dorsal.rules.yaml;

import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the answers that conditions name, as bits. */
final class Symbols {
    private Symbols() {}

    /** A bit for the raw number of each answer named; complains of an unknown one, and of one that is of another type. */
    static int accepted(Question question, JsonNode named, Entry entry) {
        int accepted = 0;
        for (JsonNode one : list(named)) {
            int raw = raw(question, one);
            if (raw < 0) {
                entry.defect("unknown answer to " + question.path() + ": " + one);
            } else if ((accepted >>> raw & 1) == 1) {
                entry.defect("answer named twice for " + question.path() + ": " + one);
            } else {
                accepted |= 1 << raw;
            }
        }
        return accepted;
    }

    /** The bit of one answer, or 0 if the question cannot be answered so. */
    static int bit(Question question, JsonNode answer) {
        int raw = raw(question, answer);
        return raw < 0 ? 0 : 1 << raw;
    }

    private static int raw(Question question, JsonNode one) {
        return switch (question.type()) {
            case AnswerType.YesNo _ when one.isBoolean() -> one.booleanValue() ? 1 : 0;
            case AnswerType.OneOf oneOf when one.isString() -> oneOf.ordinal(one.stringValue());
            case AnswerType.SetOf setOf when one.isString() -> setOf.symbols().indexOf(one.stringValue());
            case AnswerType.YesNo _, AnswerType.OneOf _, AnswerType.SetOf _, AnswerType.WholeNumber _ -> -1;
        };
    }

    private static List<JsonNode> list(JsonNode named) {
        return named.isArray() ? List.copyOf(named.values()) : List.of(named);
    }
}
