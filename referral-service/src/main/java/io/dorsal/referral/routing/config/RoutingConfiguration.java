package io.dorsal.referral.routing.config;

import io.dorsal.referral.routing.Announcements;
import io.dorsal.referral.routing.Cases;
import io.dorsal.referral.routing.RoutingDecisions;
import io.dorsal.referral.routing.RoutingPolicy;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use case of routing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingSettings.class)
class RoutingConfiguration {

    @Bean
    RoutingDecisions routingDecisions(RoutingSettings settings, Cases cases, Announcements announcements, Clock clock) {
        return new RoutingDecisions(new RoutingPolicy(settings.effectiveTargets()), cases, announcements, clock);
    }
}
