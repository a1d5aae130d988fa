package io.dorsal.referral.worklist.http;

import io.dorsal.kit.security.AccessRules;
import io.dorsal.kit.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which role may call what; whose referrals it then sees is part of the queries. What FHIR there is is for everybody. */
@Configuration(proxyBeanMethods = false)
class WorklistAccess {

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, "/fhir/metadata")
                .permitAll()
                .requestMatchers("/api/queues")
                .hasAnyAuthority(Role.SPECIALIST.name(), Role.OPERATIONS.name(), Role.ADMIN.name())
                .requestMatchers("/api/queues/**")
                .hasAnyAuthority(Role.SPECIALIST.name(), Role.ADMIN.name())
                .requestMatchers("/api/sites/**")
                .hasAuthority(Role.ADMIN.name())
                .requestMatchers("/api/referrals/**", "/fhir", "/fhir/**")
                .hasAnyAuthority(Role.SPECIALIST.name(), Role.CLINIC.name(), Role.ADMIN.name());
    }
}
