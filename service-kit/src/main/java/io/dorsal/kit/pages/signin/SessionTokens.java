package io.dorsal.kit.pages.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.util.WebUtils;

/** The access token of a browser's session, renewed shortly before it ends, and verified each time as a bearer's is. */
final class SessionTokens {

    private static final Duration RENEWED_BEFORE_ITS_END = Duration.ofSeconds(30);

    /** What the provider answers where it has ended the session itself. */
    private static final Set<String> REFUSALS =
            Set.of(OAuth2ErrorCodes.INVALID_GRANT, OAuth2ErrorCodes.INVALID_TOKEN, OAuth2ErrorCodes.ACCESS_DENIED);

    private final OAuth2AuthorizedClientRepository clients;
    private final OAuth2AuthorizedClientManager renewing;
    private final JwtDecoder decoder;
    private final Clock clock;

    SessionTokens(
            OAuth2AuthorizedClientRepository clients,
            OAuth2AuthorizedClientManager renewing,
            JwtDecoder decoder,
            Clock clock) {
        this.clients = clients;
        this.renewing = renewing;
        this.decoder = decoder;
        this.clock = clock;
    }

    /**
     * The token of whoever signed in; empty where the sign-in has ended, and is to be repeated.
     *
     * @throws AuthenticationServiceException where only the identity provider could tell, and it is away
     */
    Optional<Jwt> token(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizedClient client = client(signedIn, request);
        if (client != null && endsSoon(client)) {
            client = renewed(signedIn, request, response);
        }
        return client == null
                ? Optional.empty()
                : verified(client.getAccessToken().getTokenValue());
    }

    private @Nullable OAuth2AuthorizedClient client(Authentication signedIn, HttpServletRequest request) {
        return clients.loadAuthorizedClient(IdentityProvider.REGISTRATION, signedIn, request);
    }

    private boolean endsSoon(OAuth2AuthorizedClient client) {
        Instant end = client.getAccessToken().getExpiresAt();
        return end != null && clock.instant().plus(RENEWED_BEFORE_ITS_END).isAfter(end);
    }

    /** One call of a session at a time renews: a provider may take a refresh token only once. */
    private @Nullable OAuth2AuthorizedClient renewed(
            Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        synchronized (WebUtils.getSessionMutex(session)) {
            OAuth2AuthorizedClient client = client(signedIn, request);
            if (client == null || !endsSoon(client) || client.getRefreshToken() == null) {
                return client;
            }
            try {
                return renewing.authorize(OAuth2AuthorizeRequest.withAuthorizedClient(client)
                        .principal(signedIn)
                        .attribute(HttpServletRequest.class.getName(), request)
                        .attribute(HttpServletResponse.class.getName(), response)
                        .build());
            } catch (OAuth2AuthorizationException e) {
                if (REFUSALS.contains(e.getError().getErrorCode())) {
                    return null;
                }
                return hasEnded(client) ? unreachable(e) : client;
            }
        }
    }

    private boolean hasEnded(OAuth2AuthorizedClient client) {
        Instant end = client.getAccessToken().getExpiresAt();
        return end != null && !clock.instant().isBefore(end);
    }

    private static OAuth2AuthorizedClient unreachable(RuntimeException cause) {
        throw new AuthenticationServiceException("the identity provider did not renew a session", cause);
    }

    private Optional<Jwt> verified(String token) {
        try {
            return Optional.of(decoder.decode(token));
        } catch (BadJwtException e) {
            return Optional.empty();
        } catch (JwtException e) {
            throw new AuthenticationServiceException("the keys of the identity provider could not be read", e);
        }
    }
}
