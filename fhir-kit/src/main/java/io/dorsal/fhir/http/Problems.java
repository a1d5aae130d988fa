package io.dorsal.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.kit.http.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Problems with issues of FHIR in them. {@link OutcomeFilter} answers all problems as operation outcomes. */
public final class Problems {

    /** The member of a problem that holds its issues. */
    static final String ISSUES = "issues";

    private Problems() {}

    /** A problem with these issues. */
    public static ProblemException of(HttpStatus status, List<Issue> issues) {
        return new ProblemException(status, "The request was refused.").with(ISSUES, List.copyOf(issues));
    }

    /** A problem with this issue. */
    public static ProblemException of(HttpStatus status, Issue issue) {
        return of(status, List.of(issue));
    }
}
