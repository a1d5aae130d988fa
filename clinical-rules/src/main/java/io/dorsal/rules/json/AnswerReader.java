package io.dorsal.rules.json;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one answer, and leaves the parser at its last token whether it was one or not. */
final class AnswerReader {
    private static final int LONGEST_NUMBER = 9;

    private final JsonParser parser;

    AnswerReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The answer's number, or {@link Answers#UNANSWERED} if this is no answer of the type. */
    int read(AnswerType type) {
        int raw = switch (type) {
            case AnswerType.YesNo _ -> yesNo();
            case AnswerType.WholeNumber _ -> number();
            case AnswerType.OneOf oneOf -> symbol(oneOf);
            case AnswerType.SetOf setOf -> set(setOf);
        };
        parser.skipChildren();
        return type.accepts(raw) ? raw : Answers.UNANSWERED;
    }

    private int yesNo() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return 1;
        }
        return token == JsonToken.VALUE_FALSE ? 0 : Answers.UNANSWERED;
    }

    private int number() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return Answers.UNANSWERED;
        }
        String digits = parser.getString();
        return digits.length() > LONGEST_NUMBER ? Answers.UNANSWERED : Integer.parseInt(digits);
    }

    private int symbol(AnswerType.OneOf type) {
        return parser.currentToken() == JsonToken.VALUE_STRING ? type.ordinal(parser.getString()) : Answers.UNANSWERED;
    }

    private int set(AnswerType.SetOf type) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return Answers.UNANSWERED;
        }
        int mask = 0;
        boolean allKnown = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            int bit = token == JsonToken.VALUE_STRING ? type.bit(parser.getString()) : 0;
            mask |= bit;
            allKnown &= bit != 0;
            parser.skipChildren();
        }
        return allKnown ? mask : Answers.UNANSWERED;
    }
}
