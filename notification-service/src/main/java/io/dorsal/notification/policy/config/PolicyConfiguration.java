package io.dorsal.notification.policy.config;

import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.policy.Policies;
import io.dorsal.notification.state.StateDirectory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the policies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class PolicyConfiguration {

    @Bean
    CurrentPolicies currentPolicies(PolicySettings settings, StateDirectory directory, JsonMapper json) {
        Policies configured = settings.policies();
        LastReadPolicies policies = new LastReadPolicies(() -> configured, new PolicySnapshot(directory.path(), json));
        policies.get();
        return policies;
    }
}
