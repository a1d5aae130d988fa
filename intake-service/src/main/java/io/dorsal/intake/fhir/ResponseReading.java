package io.dorsal.intake.fhir;

import io.dorsal.fhir.Issue;
import io.dorsal.rules.vocabulary.AnswerValue;
import java.util.List;
import java.util.Map;

/**
 * What was found in a questionnaire response. Whether the answers are allowed is for the domain to say.
 *
 * @param given the answers by path; texts as symbols
 * @param expressions where the answers, and the groups, were found
 * @param issues what cannot be read
 */
public record ResponseReading(Map<String, AnswerValue> given, Map<String, String> expressions, List<Issue> issues) {

    static final String ROOT = "QuestionnaireResponse";

    public ResponseReading {
        given = Map.copyOf(given);
        expressions = Map.copyOf(expressions);
        issues = List.copyOf(issues);
    }

    /** Where to look for what is wrong at a path: its answer, or the group that lacks it. */
    public String expression(String path) {
        String answer = expressions.get(path);
        if (answer != null) {
            return answer;
        }
        int dot = path.indexOf('.');
        return dot < 0 ? ROOT : expressions.getOrDefault(path.substring(0, dot), ROOT);
    }

    /** Whether something was found at the path, readable or not. */
    public boolean found(String path) {
        return expressions.containsKey(path);
    }

    @Override
    public String toString() {
        return "ResponseReading[" + given.size() + " answers, " + issues.size() + " issues]";
    }
}
