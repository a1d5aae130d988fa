package io.dorsal.kit.pages;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Why there is no page, and what to do instead.
 *
 * @param steps where to go from here
 */
record PageProblem(HttpStatus status, String title, String text, List<Step> steps) {

    private static final Step RETRY = new Step("Try again", "");
    private static final Step HOME = new Step("Go to the start", "/");

    PageProblem {
        steps = List.copyOf(steps);
    }

    /** A way on; an empty address is the same page again. */
    record Step(String label, String href) {}

    static PageProblem of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                new PageProblem(
                        status,
                        "There is no such page",
                        "The address may be mistyped, or what it showed may belong to somebody else.",
                        List.of(HOME));
            case SERVICE_UNAVAILABLE ->
                new PageProblem(
                        status,
                        "This page cannot be shown right now",
                        "A part of the platform does not answer. Nothing that was submitted is lost by it.",
                        List.of(RETRY));
            default ->
                status.is5xxServerError()
                        ? new PageProblem(
                                status,
                                "This page failed",
                                "That is our fault, and it was logged. Nothing that was submitted is lost by it.",
                                List.of(RETRY, HOME))
                        : new PageProblem(
                                status,
                                "This cannot be shown",
                                "The browser asked for it in a wrong way.",
                                List.of(HOME));
        };
    }

    static PageProblem denied(String page, String admitted, String standing) {
        return new PageProblem(
                HttpStatus.FORBIDDEN,
                "This account cannot open this page",
                "%s is for %s. This account is for %s. Sign out, and sign in with another account."
                        .formatted(page, admitted, standing.isEmpty() ? "nothing here" : standing),
                List.of());
    }

    static PageProblem signInAway() {
        return new PageProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Signing in is not possible right now",
                "The identity provider does not answer. Drafts on this device are kept.",
                List.of(RETRY));
    }

    static PageProblem signInFailed() {
        return new PageProblem(
                HttpStatus.UNAUTHORIZED,
                "Signing in did not work",
                "It was broken off, took too long, or the account was refused. Nothing was changed.",
                List.of(new Step("Sign in", "/")));
    }
}
