package io.dorsal.intake.submission.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The revision that an amendment is meant for, as the entity tag that reads of it carry. */
final class AmendedRevision {

    /** A tag that none of our reads has carried: of no revision. */
    private static final int NONE = 0;

    private static final Pattern STRONG_TAG = Pattern.compile("\\s*\"([\\x21\\x23-\\x7E]*)\"\\s*");
    private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,8}");

    private AmendedRevision() {}

    /**
     * The revision in the values of the header, as often as it came.
     *
     * @throws ProblemException 428 where it did not come, 400 where it is not one strong tag
     */
    static int of(List<String> ifMatch) {
        if (ifMatch.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "Name the revision that is amended: If-Match with the ETag that it was read with.");
        }
        Matcher tag = STRONG_TAG.matcher(ifMatch.getFirst());
        if (ifMatch.size() > 1 || !tag.matches()) {
            throw ProblemException.invalid(List.of(new FieldProblem(
                    HttpHeaders.IF_MATCH, "If-Match must be the one ETag that the assessment was read with")));
        }
        String tagged = tag.group(1);
        return REVISION.matcher(tagged).matches() ? Integer.parseInt(tagged) : NONE;
    }
}
