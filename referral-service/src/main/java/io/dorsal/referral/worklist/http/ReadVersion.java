package io.dorsal.referral.worklist.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The version that somebody has read, as the entity tag that reads carry. */
final class ReadVersion {

    /** A tag that none of our reads has carried: of no version. */
    private static final long NONE = 0;

    private static final Pattern STRONG_TAG = Pattern.compile("\\s*\"([\\x21\\x23-\\x7E]*)\"\\s*");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private ReadVersion() {}

    /**
     * The version in the values of the header, as often as it came.
     *
     * @throws ProblemException 428 where it did not come, 400 where it is not one strong tag
     */
    static long of(List<String> ifMatch) {
        if (ifMatch.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "Name the version that was read: If-Match with the ETag of the referral.");
        }
        Matcher tag = STRONG_TAG.matcher(ifMatch.getFirst());
        if (ifMatch.size() > 1 || !tag.matches()) {
            throw ProblemException.invalid(List.of(new FieldProblem(
                    HttpHeaders.IF_MATCH, "If-Match must be the one ETag that the referral was read with")));
        }
        String tagged = tag.group(1);
        return VERSION.matcher(tagged).matches() ? Long.parseLong(tagged) : NONE;
    }
}
