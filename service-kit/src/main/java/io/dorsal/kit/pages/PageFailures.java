package io.dorsal.kit.pages;

import io.dorsal.kit.http.Failures;
import io.dorsal.kit.http.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers the failures of pages with a page, before anybody answers them as those of a call. */
final class PageFailures implements HandlerExceptionResolver, Ordered {

    private final PageProblems problems;

    PageFailures(PageProblems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!problems.renders(request) || response.isCommitted()) {
            return null;
        }
        try {
            problems.render(request, response, problem(failure));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    /** Spring's own refusals, such as of an address where there is nothing, tell their status. */
    private static ProblemException problem(Exception failure) {
        HttpStatus status = failure instanceof ErrorResponse refusal
                ? HttpStatus.resolve(refusal.getStatusCode().value())
                : null;
        return status == null
                ? Failures.asProblem(failure)
                : new ProblemException(status, "The request was refused: " + status.getReasonPhrase() + ".");
    }

    @Override
    public int getOrder() {
        return -1;
    }
}
