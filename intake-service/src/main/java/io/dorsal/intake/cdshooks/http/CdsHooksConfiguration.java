package io.dorsal.intake.cdshooks.http;

import io.dorsal.intake.cdshooks.PatientDecisions;
import io.dorsal.intake.view.ReadingAssessments;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.json.JsonMapper;

/** Wires CDS Hooks. */
@Configuration(proxyBeanMethods = false)
class CdsHooksConfiguration {

    /** Behind the filters that measure requests and answer problems, and before authentication, which a preflight has not. */
    private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 4;

    @Bean
    PatientDecisions patientDecisions(ReadingAssessments assessments, Clock clock) {
        return new PatientDecisions(assessments, clock);
    }

    @Bean
    Cards cards(JsonMapper json, @Value("${intake.rules-link}") URI rules) {
        return new Cards(json, rules);
    }

    /** Health records in a browser may be served from anywhere. They bear a token; no cookie of a browser comes along. */
    @Bean
    FilterRegistrationBean<CorsFilter> cdsHooksCors() {
        CorsConfiguration cors = new CorsConfiguration();
        cors.addAllowedOrigin(CorsConfiguration.ALL);
        cors.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.POST.name()));
        cors.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE));
        cors.setAllowCredentials(false);
        cors.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/cds-services", cors);
        paths.registerCorsConfiguration("/cds-services/**", cors);
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(paths));
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }
}
