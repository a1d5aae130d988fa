package io.dorsal.kit.http;

import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Wires the common answers into every service. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
public class HttpConfiguration {

    /** Right behind the filter that measures requests, so that what is measured is what was answered. */
    private static final int OUTERMOST = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    ProblemWriter problemWriter(JsonMapper json, ObjectProvider<ProblemRendering> pages) {
        return new ProblemWriter(json, () -> Optional.ofNullable(pages.getIfAvailable()));
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(ProblemWriter problems) {
        return outermost(new ProblemFilter(problems));
    }

    static FilterRegistrationBean<ProblemFilter> outermost(ProblemFilter filter) {
        FilterRegistrationBean<ProblemFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(OUTERMOST);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            @Value("${dorsal.http.body-timeout:30s}") Duration patience) {
        FilterRegistrationBean<BodyLimitFilter> registration =
                new FilterRegistrationBean<>(new BodyLimitFilter(patience));
        registration.setOrder(OUTERMOST + 1); // before authentication, which must not read what is too much either
        return registration;
    }

    @Bean
    TomcatSettings tomcatSettings(ProblemWriter problems) {
        return new TomcatSettings(problems);
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, refused) -> problems.write(request, response, Failures.asProblem(refused));
    }

    /** Takes the place of Spring Boot's error page: {@code /error} is a path like any other, where there is nothing. */
    @Bean
    ErrorController noErrorPage() {
        return new ErrorController() {};
    }
}
