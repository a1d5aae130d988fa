package io.dorsal.kit.pages.signin;

import io.dorsal.kit.security.PageAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes of whoever signed in a caller by the token of the session. Where a call brings a token itself, that one counts. */
final class SessionCallers extends OncePerRequestFilter {

    private final SessionTokens tokens;

    SessionCallers(SessionTokens tokens) {
        this.tokens = tokens;
    }

    /** True where a call is authenticated by the session or not at all. */
    static boolean mayCallBySession(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null && request.getSession(false) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn instanceof OAuth2AuthenticationToken) {
            // A context of its own: the one that was loaded is the session's.
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            if (mayCallBySession(request)) {
                tokens.token(signedIn, request, response)
                        .map(PageAuthentication::new)
                        .ifPresent(context::setAuthentication);
            }
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
