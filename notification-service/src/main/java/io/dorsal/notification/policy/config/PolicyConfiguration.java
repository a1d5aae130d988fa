package io.dorsal.notification.policy.config;

import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.policy.Policies;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the policies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class PolicyConfiguration {

    @Bean
    CurrentPolicies currentPolicies(
            PolicySettings settings, @Value("${notification.state-directory}") Path directory, JsonMapper json) {
        Policies configured = settings.policies();
        LastReadPolicies policies = new LastReadPolicies(() -> configured, new PolicySnapshot(directory, json));
        policies.get();
        return policies;
    }
}
