package io.dorsal.intake.fhir.http;

import io.dorsal.intake.fhir.Issue;
import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The version that an update is meant for, as the entity tag that reads of it carry: weak in FHIR, and compared as strong. */
final class MatchedVersion {

    /** What a version stands in. */
    static final String EXPRESSION = "QuestionnaireResponse.meta.versionId";

    /** A tag that none of our reads has carried: of no revision. */
    private static final int NONE = 0;

    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"([\\x21\\x23-\\x7E]*)\"\\s*");
    private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,8}");

    private MatchedVersion() {}

    /**
     * The revision of the assessment that a request is meant for.
     *
     * @throws ProblemException 428 where it names none, 400 where it does not name one
     */
    static int of(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (values.isEmpty()) {
            throw Problems.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    Issue.required("Name the version that is amended: If-Match with the ETag of a read.", EXPRESSION));
        }
        Matcher tag = TAG.matcher(values.getFirst());
        if (values.size() > 1 || !tag.matches()) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST,
                    Issue.value("If-Match must be the one ETag of a read, such as W/\"1\".", EXPRESSION));
        }
        String version = tag.group(1);
        return REVISION.matcher(version).matches() ? Integer.parseInt(version) : NONE;
    }
}
