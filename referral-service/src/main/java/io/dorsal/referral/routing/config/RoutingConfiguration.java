package io.dorsal.referral.routing.config;

import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.referral.lifecycle.Announcements;
import io.dorsal.referral.lifecycle.Placing;
import io.dorsal.referral.routing.Cases;
import io.dorsal.referral.routing.NetworkTargets;
import io.dorsal.referral.routing.RoutingDecisions;
import io.dorsal.referral.routing.RoutingPolicy;
import io.dorsal.referral.routing.Targets;
import io.dorsal.rules.yaml.NetworkPolicies;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use case of routing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingSettings.class)
class RoutingConfiguration {

    @Bean
    RoutingDecisions routingDecisions(
            NetworkTargets targets, Cases cases, Placing placing, Announcements announcements, Clock clock) {
        return new RoutingDecisions(new RoutingPolicy(targets), cases, placing, announcements, clock);
    }

    /** Those of the settings, which a network's policy in the folder {@code dorsal.network-policies} may shorten. */
    @Bean
    NetworkTargets networkTargets(
            RoutingSettings settings, @Value("${dorsal.network-policies:}") String folder, ClinicDirectory clinics) {
        Targets usual = settings.effectiveTargets();
        if (folder.isBlank()) {
            return NetworkTargets.everywhere(usual);
        }
        Map<String, Targets> byNetwork = new HashMap<>();
        NetworkPolicies.targets(Path.of(folder), clinics.networks())
                .forEach((network, targets) -> byNetwork.put(network, usual.shortenedTo(targets)));
        return new NetworkTargets(usual, byNetwork);
    }
}
