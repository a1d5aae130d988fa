package io.dorsal.referral.sites.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The version of a site that a caller has read, or that it knows of none. */
final class Preconditions {

    /** Of a tag that none of our reads has carried. */
    private static final long NEVER = Long.MAX_VALUE;

    private static final Pattern STRONG_TAG = Pattern.compile("\\s*\"([\\x21\\x23-\\x7E]*)\"\\s*");
    private static final Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,17}");

    private Preconditions() {}

    /**
     * The version that was read; empty where there is to be none yet ({@code If-None-Match: *}).
     *
     * @throws ProblemException 428 where neither header came, 400 where it is not of that form
     */
    static OptionalLong ofPut(HttpServletRequest request) {
        List<String> noneMatch = Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH));
        if (noneMatch.isEmpty()) {
            return OptionalLong.of(ofVersion(request));
        }
        if (!noneMatch.equals(List.of("*")) || request.getHeader(HttpHeaders.IF_MATCH) != null) {
            throw ProblemException.invalid(List.of(new FieldProblem(
                    HttpHeaders.IF_NONE_MATCH,
                    "If-None-Match is *, of a site that is new, and comes without If-Match")));
        }
        return OptionalLong.empty();
    }

    /**
     * The version that was read.
     *
     * @throws ProblemException 428 where it did not come, 400 where it is not one strong tag
     */
    static long ofVersion(HttpServletRequest request) {
        List<String> ifMatch = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (ifMatch.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "Name the version that was read: If-Match with the ETag of the site. A new one takes If-None-Match: *.");
        }
        Matcher tag = STRONG_TAG.matcher(ifMatch.getFirst());
        if (ifMatch.size() > 1 || !tag.matches()) {
            throw ProblemException.invalid(List.of(new FieldProblem(
                    HttpHeaders.IF_MATCH, "If-Match must be the one ETag that the site was read with")));
        }
        String version = tag.group(1);
        return VERSION.matcher(version).matches() ? Long.parseLong(version) : NEVER;
    }
}
