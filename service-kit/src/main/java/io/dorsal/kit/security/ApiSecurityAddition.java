package io.dorsal.kit.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Lets somebody else than bearers of tokens call the API: the pages of a service, by the browser's session. */
@FunctionalInterface
public interface ApiSecurityAddition {

    /** Adds to the security of the API, which without it keeps no session. */
    void addTo(HttpSecurity http);
}
