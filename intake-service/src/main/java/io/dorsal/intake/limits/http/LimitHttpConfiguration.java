package io.dorsal.intake.limits.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.limits.ClientLimits;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limits in the way of requests. */
@Configuration(proxyBeanMethods = false)
class LimitHttpConfiguration {

    /** Behind Spring Security's, which has found out by then who the client is. */
    private static final int AFTER_SECURITY = -50;

    @Bean
    FilterRegistrationBean<LimitFilter> limitFilter(ClientLimits limits, IntakeMetrics metrics) {
        FilterRegistrationBean<LimitFilter> registration =
                new FilterRegistrationBean<>(new LimitFilter(limits, metrics));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }
}
