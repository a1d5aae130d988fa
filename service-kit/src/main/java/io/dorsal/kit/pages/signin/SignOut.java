package io.dorsal.kit.pages.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Ends the session of a browser here, and tells where it ends with the identity provider. */
public final class SignOut {

    private final IdentityProvider provider;

    SignOut(IdentityProvider provider) {
        this.provider = provider;
    }

    /** Ends the session, and tells the address to go to next. */
    public String end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return "/signed-out";
        }
        Optional<String> idToken = idToken(session);
        session.invalidate();
        return idToken.flatMap(token -> endOfSession(token, request)).orElse("/signed-out");
    }

    private Optional<String> endOfSession(String idToken, HttpServletRequest request) {
        String start = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/")
                .build()
                .toUriString();
        return provider.answers()
                ? provider.endOfSession()
                        .map(address -> UriComponentsBuilder.fromUri(address)
                                .queryParam("id_token_hint", idToken)
                                .queryParam("post_logout_redirect_uri", "{start}")
                                .build(start)
                                .toString())
                : Optional.empty();
    }

    private static Optional<String> idToken(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() instanceof OAuth2AuthenticationToken signedIn
                        && signedIn.getPrincipal() instanceof OidcUser user
                ? Optional.of(user.getIdToken().getTokenValue())
                : Optional.empty();
    }
}
