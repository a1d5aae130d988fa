package io.dorsal.rules.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code {"idempotencyKey", "assessment"}} from a parser that stands at its opening brace. */
final class KeyedAssessmentReader {
    static final String KEY = "idempotencyKey";
    private static final String ASSESSMENT = "assessment";

    private final AssessmentMembers members;
    private final JsonParser parser;
    private final Instant now;
    private final FieldProblems problems = new FieldProblems();
    private final Set<String> seen = new HashSet<>();
    private @Nullable String key;
    private @Nullable Reading assessment;

    KeyedAssessmentReader(AssessmentMembers members, JsonParser parser, Instant now) {
        this.members = members;
        this.parser = parser;
        this.now = now;
    }

    KeyedReading read() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            boolean isKey = name.equals(KEY);
            if (!isKey && !name.equals(ASSESSMENT)) {
                problems.unknown("", name, "is not a field of a line");
                parser.skipChildren();
            } else if (!seen.add(name)) {
                problems.duplicate(name);
                parser.skipChildren();
            } else if (isKey) {
                readKey();
            } else {
                readAssessment();
            }
        }
        if (!seen.contains(ASSESSMENT)) {
            problems.add(ASSESSMENT, "is required and must be an object");
        }
        return new KeyedReading(key, together());
    }

    private void readKey() {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            key = parser.getString();
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            problems.add(KEY, "must be a string");
            parser.skipChildren();
        }
    }

    private void readAssessment() {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            assessment = new AssessmentReader(members, parser, now).read();
        } else {
            problems.add(ASSESSMENT, "must be an object");
            parser.skipChildren();
        }
    }

    /** All problems at once: of the line, and of the assessment in it. */
    private Reading together() {
        if (assessment instanceof Reading.Accepted && !problems.any()) {
            return assessment;
        }
        List<FieldProblem> all = new ArrayList<>(problems.list());
        if (assessment instanceof Reading.Invalid(List<FieldProblem> ofAssessment)) {
            all.addAll(ofAssessment);
        }
        return new Reading.Invalid(all);
    }
}
