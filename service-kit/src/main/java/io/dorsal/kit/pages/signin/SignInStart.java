package io.dorsal.kit.pages.signin;

import io.dorsal.kit.pages.PageProblems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends nobody to an identity provider that is away: a page says so, rather than the browser. */
final class SignInStart extends OncePerRequestFilter {

    static final String PATH = "/oauth2/authorization/" + IdentityProvider.REGISTRATION;

    private static final RequestMatcher START =
            PathPatternRequestMatcher.withDefaults().matcher(PATH);

    private final IdentityProvider provider;
    private final PageProblems problems;

    SignInStart(IdentityProvider provider, PageProblems problems) {
        this.provider = provider;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (START.matches(request) && !provider.answers()) {
            problems.signInAway(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
