package io.dorsal.notification.reading.http;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.security.AccessRules;
import io.dorsal.notification.policy.CurrentPolicies;
import io.dorsal.notification.reading.AlertReads;
import io.dorsal.notification.waking.Bell;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires streams, and who may call what. */
@Configuration(proxyBeanMethods = false)
class HttpWiringConfiguration {

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers("/api/alerts", "/api/alerts/**")
                .hasAnyAuthority("ON_CALL", "OPERATIONS", "ADMIN");
    }

    @Bean
    Sights sights(CurrentPolicies policies) {
        return new Sights(policies);
    }

    @Bean
    AlertStreams alertStreams(
            AlertReads alerts,
            @Qualifier("changesBell") Bell bell,
            @Value("${notification.streams-at-most}") int atMost) {
        return new AlertStreams(alerts, bell, atMost);
    }

    @Bean
    BackgroundLoop streamsLook(AlertStreams streams, ApplicationEventPublisher events) {
        return new BackgroundLoop("streams", events, streams::look);
    }
}
