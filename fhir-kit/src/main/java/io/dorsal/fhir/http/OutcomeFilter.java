package io.dorsal.fhir.http;

import io.dorsal.fhir.Issue;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every problem of requests for FHIR as an operation outcome, whoever found it: controllers, the limits of the
 * platform, or its security. Status and headers stay.
 */
final class OutcomeFilter extends OncePerRequestFilter {

    private final JsonMapper json;

    OutcomeFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        String type = answer.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE)) {
            JsonNode problem = json.readTree(answer.getContentAsByteArray());
            FhirFormat format = FhirFormat.ofError(request);
            answer.resetBuffer();
            answer.setContentType(format.contentType());
            answer.getOutputStream()
                    .write(Outcomes.error(issues(problem), format).getBytes(StandardCharsets.UTF_8));
        }
        answer.copyBodyToResponse();
    }

    private static List<Issue> issues(JsonNode problem) {
        List<Issue> issues = new ArrayList<>();
        problem.path(Problems.ISSUES).forEach(issue -> issues.add(issue(issue)));
        problem.path("errors")
                .forEach(error ->
                        issues.add(new Issue("value", error.path("message").asString(""), null)));
        if (issues.isEmpty()) {
            issues.add(new Issue(
                    code(problem.path("status").asInt(0)),
                    problem.path("detail").asString(""),
                    null));
        }
        return issues;
    }

    private static Issue issue(JsonNode issue) {
        JsonNode expression = issue.path("expression");
        return new Issue(
                issue.path("code").asString("processing"),
                issue.path("text").asString(""),
                expression.isString() ? expression.stringValue() : null);
    }

    private static String code(int status) {
        return switch (HttpStatus.resolve(status)) {
            case UNAUTHORIZED -> "login";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE -> "not-supported";
            case CONFLICT, PRECONDITION_FAILED -> "conflict";
            case CONTENT_TOO_LARGE -> "too-long";
            case TOO_MANY_REQUESTS -> "throttled";
            case SERVICE_UNAVAILABLE -> "transient";
            case INTERNAL_SERVER_ERROR -> "exception";
            case BAD_REQUEST -> "invalid";
            case null, default -> "processing";
        };
    }
}
