package io.dorsal.kit.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that is answered with a problem (RFC 9457). Thrown by controllers only; the domain returns refusals. */
public final class ProblemException extends RuntimeException {

    private final HttpStatus status;
    private final Map<String, Object> members = new LinkedHashMap<>();
    private final HttpHeaders headers = new HttpHeaders();

    public ProblemException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    /** 400, with everything that is wrong with the fields of the request. */
    public static ProblemException invalid(List<FieldProblem> errors) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "The request has invalid fields.").with("errors", errors);
    }

    /** 404: unknown, or not this caller's; the two are not told apart. */
    public static ProblemException notFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, "There is no such resource.");
    }

    /** Adds a member to the problem. */
    public ProblemException with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Adds a {@code Retry-After} header. */
    public ProblemException retryAfterSeconds(int seconds) {
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return this;
    }

    /** The status that it is answered with. */
    public HttpStatus status() {
        return status;
    }

    /** The headers that it is answered with. */
    public HttpHeaders headers() {
        return headers;
    }

    /** The problem as it is answered. */
    public ProblemDetail body() {
        ProblemDetail problem = problem(status, getMessage() == null ? status.getReasonPhrase() : getMessage());
        members.forEach(problem::setProperty);
        return problem;
    }

    static ProblemDetail problem(HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(
                "urn:dorsal:problem:" + status.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }
}
