package io.dorsal.platform.site.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** The newest sign-ins of people. Spring's own store keeps every token that was ever issued, to programs too. */
final class SignIns implements OAuth2AuthorizationService {

    private static final int MOST = 1_000;

    private final Map<String, OAuth2Authorization> newest = new LinkedHashMap<>();

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        if (authorization.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            return;
        }
        newest.put(authorization.getId(), authorization);
        if (newest.size() > MOST) {
            newest.remove(newest.keySet().iterator().next());
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        newest.remove(authorization.getId());
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        return newest.get(id);
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return newest.values().stream()
                .filter(authorization -> has(authorization, token, tokenType))
                .findFirst()
                .orElse(null);
    }

    /** The state of a sign-in under way is an attribute, all else a token. */
    private static boolean has(OAuth2Authorization authorization, String token, @Nullable OAuth2TokenType tokenType) {
        boolean isState = token.equals(authorization.getAttribute("state"));
        return tokenType == null
                ? isState || authorization.getToken(token) != null
                : tokenType.getValue().equals("state") ? isState : authorization.getToken(token) != null;
    }
}
