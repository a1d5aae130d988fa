package io.dorsal.referral.observing;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what is measured of referrals. */
@Configuration(proxyBeanMethods = false)
class ObservingConfiguration {

    @Bean
    ChangeMetrics changeMetrics(MeterRegistry registry) {
        return new ChangeMetrics(registry);
    }
}
