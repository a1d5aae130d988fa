package io.dorsal.notification.reading.http.link;

import io.dorsal.kit.pages.PageHeaders;
import io.dorsal.notification.link.AlertLinks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires links; who opens one is not asked to sign in, for the link itself is what lets them. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    @Bean
    AlertLinks alertLinks(
            @Value("${notification.links.address}") String address,
            @Value("${notification.links.secret}") String secret) {
        return new AlertLinks(address, secret);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain linkSecurity(HttpSecurity http) {
        return http.securityMatcher("/acknowledge/*", "/acknowledge.css")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie is looked at: nobody's browser can be made to do what its user may and others may not.
                .csrf(CsrfConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled()
                        .httpStrictTransportSecurity(https -> {})
                        .addHeaderWriter(new PageHeaders()))
                .build();
    }

    /** Whoever opens a link has no access to the files of the other pages. */
    @Bean
    WebMvcConfigurer styleOfLinks() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/acknowledge.css").addResourceLocations("classpath:/static/");
            }
        };
    }
}
