package io.dorsal.intake.view.kafka;

import io.dorsal.intake.view.Arrivals;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the look at what arrives; apart from the listeners, which need more. */
@Configuration(proxyBeanMethods = false)
class ArrivalConfiguration {

    @Bean
    Arrivals arrivals(Admin admin) {
        return new LaneArrivals(admin);
    }
}
