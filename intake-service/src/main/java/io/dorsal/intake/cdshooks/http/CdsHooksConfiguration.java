package io.dorsal.intake.cdshooks.http;

import io.dorsal.intake.cdshooks.PatientDecisions;
import io.dorsal.intake.view.ReadingAssessments;
import io.dorsal.kit.http.ProblemException;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
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
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(refusingByProblem(paths));
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    private static CorsFilter refusingByProblem(UrlBasedCorsConfigurationSource paths) {
        CorsFilter filter = new CorsFilter(paths);
        filter.setCorsProcessor(new DefaultCorsProcessor() {
            @Override
            protected void rejectRequest(ServerHttpResponse response) {
                throw new ProblemException(
                        HttpStatus.FORBIDDEN, "Browsers may GET and POST here, with Authorization and Content-Type.");
            }
        });
        return filter;
    }
}
