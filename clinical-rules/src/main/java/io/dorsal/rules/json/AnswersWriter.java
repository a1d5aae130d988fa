package io.dorsal.rules.json;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.vocabulary.AnswerValue;
import io.dorsal.rules.vocabulary.Question;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes answers in the order of the vocabulary. */
final class AnswersWriter {
    private AnswersWriter() {}

    static void write(JsonGenerator json, Assessment assessment) {
        write(json, assessment.answers(), assessment.patientReference(), assessment.assessedAt());
    }

    static void write(JsonGenerator json, Answers answers) {
        write(json, answers, null, null);
    }

    static void value(JsonGenerator json, @Nullable AnswerValue value) {
        switch (value) {
            case null -> json.writeNull();
            case AnswerValue.Flag(boolean flag) -> json.writeBoolean(flag);
            case AnswerValue.Whole(int number) -> json.writeNumber(number);
            case AnswerValue.Symbol(String symbol) -> json.writeString(symbol);
            case AnswerValue.Symbols(var symbols) -> {
                json.writeStartArray();
                symbols.forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }

    private static void write(
            JsonGenerator json, Answers answers, @Nullable String reference, @Nullable Instant assessedAt) {
        json.writeStartObject();
        String open = "";
        if (reference != null) {
            open = AssessmentMembers.PATIENT;
            json.writeName(open).writeStartObject().writeStringProperty(AssessmentMembers.REFERENCE, reference);
        }
        for (Question question : answers.vocabulary().questions()) {
            AnswerValue value = answers.value(question).orElse(null);
            if (value == null) {
                continue;
            }
            if (!question.group().equals(open)) {
                if (!open.isEmpty()) {
                    json.writeEndObject();
                }
                open = question.group();
                json.writeName(open).writeStartObject();
            }
            json.writeName(question.name());
            value(json, value);
        }
        if (!open.isEmpty()) {
            json.writeEndObject();
        }
        if (assessedAt != null) {
            json.writeStringProperty(AssessmentMembers.ASSESSED_AT, assessedAt.toString());
        }
        json.writeEndObject();
    }
}
