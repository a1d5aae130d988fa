package io.dorsal.fhir.http;

import io.dorsal.fhir.Issue;
import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The version that an update is meant for, as the entity tag that reads of it carry: weak in FHIR, and compared as strong. */
public final class MatchedVersion {

    /** A tag that none of our reads has carried: of no version. */
    private static final long NONE = 0;

    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"([\\x21\\x23-\\x7E]*)\"\\s*");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private MatchedVersion() {}

    /** What the version of a type stands in. */
    public static String expression(String type) {
        return type + ".meta.versionId";
    }

    /**
     * The version of a resource that a request is meant for.
     *
     * @throws ProblemException 428 where it names none, 400 where it does not name one
     */
    public static long of(HttpServletRequest request, String type) {
        List<String> values = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (values.isEmpty()) {
            throw Problems.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    Issue.required(
                            "Name the version that is meant: If-Match with the ETag of a read.", expression(type)));
        }
        Matcher tag = TAG.matcher(values.getFirst());
        if (values.size() > 1 || !tag.matches()) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST,
                    Issue.value("If-Match must be the one ETag of a read, such as W/\"1\".", expression(type)));
        }
        String version = tag.group(1);
        return VERSION.matcher(version).matches() ? Long.parseLong(version) : NONE;
    }
}
