package io.dorsal.rules.json;

import io.dorsal.rules.assessment.Assessment;
import java.util.List;

/** What came of reading an assessment; none of it repeats what was given. */
public sealed interface Reading {

    /** It is an assessment. */
    record Accepted(Assessment assessment) implements Reading {}

    /** It is not a JSON object of its own: broken, empty, not UTF-8, followed by something else. */
    record Malformed(String message) implements Reading {}

    /** It is a JSON object, but not an assessment; every problem is listed, at least one. */
    record Invalid(List<FieldProblem> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
