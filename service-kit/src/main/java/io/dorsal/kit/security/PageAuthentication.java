package io.dorsal.kit.security;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Whoever signed in on a page, by the access token that the browser's session holds: the same to a controller as a bearer
 * of that token.
 */
public final class PageAuthentication extends JwtAuthenticationToken {

    /** By a token that was verified. */
    public PageAuthentication(Jwt token) {
        super(token, authorities(token));
    }

    /** What this token shows of its bearer. */
    public Caller caller() {
        return Caller.of(this);
    }

    static Collection<GrantedAuthority> authorities(Jwt token) {
        return List.copyOf(Caller.of(token, false).roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList());
    }
}
