package io.dorsal.intake.bulk;

import io.dorsal.intake.submission.Submission;
import io.dorsal.rules.json.FieldProblem;
import java.util.List;

/** What a line of an upload was found to be. */
public sealed interface ReadLine {

    /** An assessment. */
    record Submitted(Submission submission) implements ReadLine {}

    /** No JSON object of its own. */
    record Malformed(String message) implements ReadLine {}

    /** A JSON object with fields that it must not have, or lacks. */
    record Invalid(List<FieldProblem> problems) implements ReadLine {}

    /** Over the limit of its length. */
    record TooLong() implements ReadLine {}

    /** Over the number of lines that an upload may have. */
    record TooMany() implements ReadLine {}
}
