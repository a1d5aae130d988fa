package io.dorsal.rules.json;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.vocabulary.Question;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one assessment from a parser that stands at its opening brace, and goes on after a problem to find them all. */
final class AssessmentReader {
    private static final String REFERENCE_RULE =
            "must be a string of 1 to 64 characters, without NUL and unpaired surrogates";

    private final AssessmentMembers members;
    private final JsonParser parser;
    private final Instant now;
    private final FieldProblems problems = new FieldProblems();
    private final Set<String> seenMembers = new HashSet<>();
    private final boolean[] seenQuestions;
    private boolean seenReference;
    private final Set<String> unreadableGroups = new HashSet<>();
    private final AnswerReader answerReader;
    private final Answers.Builder answers;
    private @Nullable String reference;
    private @Nullable Instant assessedAt;

    AssessmentReader(AssessmentMembers members, JsonParser parser, Instant now) {
        this.members = members;
        this.parser = parser;
        this.now = now;
        this.answers = Answers.builder(members.vocabulary());
        this.answerReader = new AnswerReader(parser);
        this.seenQuestions = new boolean[members.vocabulary().size()];
    }

    Reading read() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            Map<String, Question> group = members.group(name);
            if (group == null && !name.equals(AssessmentMembers.ASSESSED_AT)) {
                problems.unknown("", name);
                parser.skipChildren();
            } else if (!seenMembers.add(name)) {
                problems.duplicate(name);
                parser.skipChildren();
            } else if (group == null) {
                readAssessedAt();
            } else {
                readGroup(name, group);
            }
        }
        requireTheRequired();
        return problems.any() || reference == null
                ? new Reading.Invalid(problems.list())
                : new Reading.Accepted(new Assessment(reference, assessedAt, answers.build()));
    }

    private void readGroup(String groupName, Map<String, Question> group) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problems.add(groupName, "must be an object");
            unreadableGroups.add(groupName);
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            Question question = group.get(name);
            boolean isReference =
                    groupName.equals(AssessmentMembers.PATIENT) && name.equals(AssessmentMembers.REFERENCE);
            if (question == null && !isReference) {
                problems.unknown(groupName + ".", name);
                parser.skipChildren();
            } else if (isRepeated(question)) {
                problems.duplicate(groupName + "." + name);
                parser.skipChildren();
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                readMember(question);
            }
        }
    }

    /** @param question null: the patient reference */
    private boolean isRepeated(@Nullable Question question) {
        boolean repeated = question == null ? seenReference : seenQuestions[question.index()];
        if (question == null) {
            seenReference = true;
        } else {
            seenQuestions[question.index()] = true;
        }
        return repeated;
    }

    private void readMember(@Nullable Question question) {
        if (question == null) {
            readReference();
            return;
        }
        int raw = answerReader.read(question.type());
        if (raw == Answers.UNANSWERED) {
            problems.add(question.path(), AnswerRules.of(question.type()));
        } else {
            answers.setRaw(question, raw);
        }
    }

    private void readReference() {
        if (parser.currentToken() == JsonToken.VALUE_STRING && PatientReferences.accepts(parser.getString())) {
            reference = parser.getString();
        } else {
            problems.add(AssessmentMembers.REFERENCE_PATH, REFERENCE_RULE);
            parser.skipChildren();
        }
    }

    private void readAssessedAt() {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        Instant time = parser.currentToken() == JsonToken.VALUE_STRING ? Times.parse(parser.getString()) : null;
        parser.skipChildren();
        if (time == null) {
            problems.add(
                    AssessmentMembers.ASSESSED_AT, "must be an ISO 8601 time with its offset, as 2026-03-14T09:26:53Z");
        } else if (time.isAfter(now)) {
            problems.add(AssessmentMembers.ASSESSED_AT, "must not be in the future");
        } else {
            assessedAt = time;
        }
    }

    private void requireTheRequired() {
        if (reference == null) {
            require(AssessmentMembers.PATIENT, AssessmentMembers.REFERENCE_PATH, REFERENCE_RULE);
        }
        for (Question question : members.vocabulary().questions()) {
            if (question.required() && !answers.isAnswered(question)) {
                require(question.group(), question.path(), AnswerRules.of(question.type()));
            }
        }
    }

    /** Says nothing where the reason for the gap was said already. */
    private void require(String group, String path, String rule) {
        if (!unreadableGroups.contains(group) && !problems.has(path)) {
            problems.add(path, "is required and " + rule);
        }
    }
}
