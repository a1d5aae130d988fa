package io.dorsal.kit.security;

import io.dorsal.kit.http.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes every service a resource server that answers in problem details and never redirects to a login. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
public class SecurityConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            AccessRules rules,
            ProblemWriter problems,
            ObjectProvider<ApiSecurityAddition> additions) {
        AuthenticationEntryPoint unauthenticated = unauthenticated(problems);
        additions.getIfAvailable(() -> SecurityConfiguration::withoutCookies).addTo(http);
        return http.authorizeHttpRequests(requests -> {
                    // The end of an answer that took its time, as of a stream, to whom was let in when it began.
                    requests.dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll();
                    requests.requestMatchers("/v3/api-docs/**").permitAll();
                    // On the management port only, which is not for the world: probes and scrapes carry no token.
                    requests.requestMatchers("/actuator/**").permitAll();
                    rules.define(requests);
                    requests.anyRequest().authenticated();
                })
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(authorities()))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(denied(problems)))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(unauthenticated).accessDeniedHandler(denied(problems)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
            }
        };
    }

    private static JwtAuthenticationConverter authorities() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(PageAuthentication::authorities);
        return converter;
    }

    /** What no cookie authenticates needs no protection from forged calls. */
    private static void withoutCookies(HttpSecurity http) {
        http.csrf(CsrfConfigurer::disable);
    }

    /** Answers for tokens that are not valid; that the identity provider is away is rethrown, and told as such. */
    private static AuthenticationEntryPoint unauthenticated(ProblemWriter problems) {
        return (request, response, failure) -> {
            response.setHeader("WWW-Authenticate", "Bearer");
            problems.write(response, HttpStatus.UNAUTHORIZED, "A valid bearer token is needed.");
        };
    }

    private static AccessDeniedHandler denied(ProblemWriter problems) {
        return (request, response, failure) -> problems.write(
                response,
                HttpStatus.FORBIDDEN,
                failure instanceof CsrfException
                        ? "A call by the session of a page carries the token that GET /api/session tells."
                        : "The role of this token may not call this.");
    }
}
