package io.dorsal.referral.worklist.http;

import io.dorsal.kit.security.AccessRules;
import io.dorsal.kit.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which role may call what; whose referrals it then sees is part of the queries. */
@Configuration(proxyBeanMethods = false)
class WorklistAccess {

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers("/api/queues")
                .hasAnyAuthority(Role.SPECIALIST.name(), Role.OPERATIONS.name(), Role.ADMIN.name())
                .requestMatchers("/api/queues/**")
                .hasAnyAuthority(Role.SPECIALIST.name(), Role.ADMIN.name())
                .requestMatchers("/api/referrals/**")
                .hasAnyAuthority(Role.SPECIALIST.name(), Role.CLINIC.name(), Role.ADMIN.name());
    }
}
