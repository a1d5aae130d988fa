package io.dorsal.kit.security;

import io.dorsal.kit.clinics.Clinic;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who calls, by the claims of the token. A controller takes it as a parameter; tenancy is then part of its queries.
 *
 * @param subject the caller's subject
 * @param clinic the clinic that a CLINIC caller belongs to; null too for what cannot be a clinic's id
 * @param queues names of the queues that a SPECIALIST works on
 * @param networks the networks that staff serve
 * @param onPage whether the call comes from a page in a browser, by its session
 */
public record Caller(
        String subject,
        Set<Role> roles,
        @Nullable String clinic,
        Set<String> queues,
        Set<String> networks,
        boolean onPage) {

    public Caller {
        roles = Set.copyOf(roles);
        queues = Set.copyOf(queues);
        networks = Set.copyOf(networks);
    }

    /** Who calls by a bearer token. */
    public Caller(String subject, Set<Role> roles, @Nullable String clinic, Set<String> queues, Set<String> networks) {
        this(subject, roles, clinic, queues, networks, false);
    }

    /** True if the caller has this role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The caller's clinic; empty for callers who belong to none. */
    public Optional<String> clinicId() {
        return Optional.ofNullable(clinic);
    }

    static Caller of(JwtAuthenticationToken authentication) {
        return of(authentication.getToken(), authentication instanceof PageAuthentication);
    }

    static Caller of(Jwt token, boolean onPage) {
        Set<Role> roles = Arrays.stream(Role.values())
                .filter(role -> strings(token, "roles").contains(role.name()))
                .collect(Collectors.toSet());
        String subject = token.getSubject() == null ? "" : token.getSubject();
        String clinic = token.getClaim("clinic") instanceof String id && Clinic.isId(id) ? id : null;
        return new Caller(subject, roles, clinic, strings(token, "queues"), strings(token, "networks"), onPage);
    }

    private static Set<String> strings(Jwt token, String claim) {
        Object value = token.getClaim(claim);
        Collection<?> values = value instanceof Collection<?> several ? several : List.of();
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }
}
