package io.dorsal.kit.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Which role may call what, of one service. Authorities are the names of {@link Role}. What no rule names is refused to
 * nobody who has a token, and answers 404 where there is nothing.
 */
@FunctionalInterface
public interface AccessRules {

    /** Adds the rules of this service. */
    void define(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
}
