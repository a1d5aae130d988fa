package io.dorsal.rules.yaml;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import tools.jackson.databind.JsonNode;

/** Reads the answers of cases, by the paths of their questions; {@value #UNANSWERED} takes an answer back. */
record GivenAnswers(Vocabulary vocabulary) {
    private static final String UNANSWERED = "unanswered";

    void set(Answers.Builder answers, String path, JsonNode value, Entry entry) {
        Question question = vocabulary.find(path).orElse(null);
        if (question == null) {
            entry.defect("unknown answer path: " + path);
        } else if (value.isString() && value.stringValue().equals(UNANSWERED)) {
            answers.clear(question);
        } else {
            int raw = raw(question, value, entry);
            if (question.type().accepts(raw)) {
                answers.setRaw(question, raw);
            } else {
                entry.defect("not an answer to " + path + ": " + value);
            }
        }
    }

    /** Complains of each required question that has no answer. */
    void lintRequired(Answers.Builder answers, Entry entry, String what) {
        for (Question question : vocabulary.questions()) {
            if (question.required() && !answers.isAnswered(question)) {
                entry.defect(what + " needs an answer to " + question.path());
            }
        }
    }

    private static int raw(Question question, JsonNode value, Entry entry) {
        return switch (question.type()) {
            case AnswerType.WholeNumber _ -> value.isInt() ? value.intValue() : Answers.UNANSWERED;
            case AnswerType.SetOf _ -> value.isArray() ? Symbols.accepted(question, value, entry) : Answers.UNANSWERED;
            case AnswerType.YesNo _, AnswerType.OneOf _ -> {
                int bit = Symbols.bit(question, value);
                yield bit == 0 ? Answers.UNANSWERED : Integer.numberOfTrailingZeros(bit);
            }
        };
    }
}
