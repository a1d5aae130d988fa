package io.dorsal.intake.limits.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.IntakeMetrics.Refusal;
import io.dorsal.intake.limits.ClientLimits;
import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses submissions of a client that sends too many: whatever is posted or put to assessments, in whatever format.
 * Reading and searching do not count, and uploads have limits of their own.
 */
final class LimitFilter extends OncePerRequestFilter {

    private static final String ASSESSMENTS = "/api/assessments";
    private static final String FHIR = "/fhir";
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> APART = Set.of(ASSESSMENTS + "/bulk", ASSESSMENTS + "/search");
    private static final String SEARCH = "/_search";

    private final ClientLimits limits;
    private final IntakeMetrics metrics;

    LimitFilter(ClientLimits limits, IntakeMetrics metrics) {
        this.limits = limits;
        this.metrics = metrics;
    }

    /** By the path as the container has decoded it, so that no spelling gets around. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean isSubmission = CHANGING.contains(request.getMethod())
                && (isAt(path, ASSESSMENTS) || isAt(path, FHIR))
                && !APART.contains(path)
                && !path.endsWith(SEARCH);
        return !isSubmission;
    }

    private static boolean isAt(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal client = request.getUserPrincipal();
        Duration wait = client == null ? Duration.ZERO : limits.submit(String.valueOf(client.getName()));
        if (!wait.isZero()) {
            metrics.refused(Refusal.RATE_LIMITED);
            throw new ProblemException(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "This client submits too much at once. Submit the same again a little later.")
                    .retryAfterSeconds(
                            Math.toIntExact(wait.plusSeconds(1).minusNanos(1).toSeconds()));
        }
        chain.doFilter(request, response);
    }
}
