package io.dorsal.rules.json;

import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members that an assessment's JSON may have, looked up by name. */
final class AssessmentMembers {
    static final String ASSESSED_AT = "assessedAt";
    static final String PATIENT = "patient";
    static final String REFERENCE = "reference";
    static final String REFERENCE_PATH = PATIENT + "." + REFERENCE;

    private final Vocabulary vocabulary;
    private final Map<String, Map<String, Question>> groups = new HashMap<>();

    AssessmentMembers(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (Question question : vocabulary.questions()) {
            groups.computeIfAbsent(question.group(), _ -> new HashMap<>()).put(question.name(), question);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    @Nullable
    Map<String, Question> group(String name) {
        return groups.get(name);
    }
}
