package io.dorsal.kit.pages;

import io.dorsal.kit.http.ProblemException;
import io.dorsal.kit.http.ProblemRendering;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Tells people why there is no page, wherever that turns out. */
public final class PageProblems implements ProblemRendering {

    private final ITemplateEngine templates;
    private final Shells shells;

    PageProblems(ITemplateEngine templates, Shells shells) {
        this.templates = templates;
        this.shells = shells;
    }

    @Override
    public boolean renders(HttpServletRequest request) {
        return PageRequests.isVisit(request);
    }

    @Override
    public void render(HttpServletRequest request, HttpServletResponse response, ProblemException problem)
            throws IOException {
        problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        write(request, response, PageProblem.of(problem.status()));
    }

    /** The role of whoever is signed in does not open this page. */
    public void denied(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Shell shell = shells.of(request);
        write(request, response, PageProblem.denied(shell.page(), shells.admitted(), shell.standing()));
    }

    /** Nobody can sign in, since the identity provider is away. */
    public void signInAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "5");
        write(request, response, PageProblem.signInAway());
    }

    /** Somebody tried to sign in, and it came to nothing. */
    public void signInFailed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, PageProblem.signInFailed());
    }

    private void write(HttpServletRequest request, HttpServletResponse response, PageProblem problem)
            throws IOException {
        Context model = new Context(Locale.ENGLISH, Map.of("shell", shells.of(request), "problem", problem));
        byte[] page = templates.process("shell/problem", model).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status().value());
        PageHeaders.writeTo(response);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(page);
    }
}
