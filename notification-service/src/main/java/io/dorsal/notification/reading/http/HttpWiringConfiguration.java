package io.dorsal.notification.reading.http;

import io.dorsal.kit.security.AccessRules;
import io.dorsal.notification.reading.AlertReads;
import io.dorsal.notification.waking.Bell;
import org.springframework.beans.factory.annotation.Qualifier;
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
    AlertStreams alertStreams(AlertReads alerts, @Qualifier("changesBell") Bell bell) {
        return new AlertStreams(alerts, bell);
    }
}
