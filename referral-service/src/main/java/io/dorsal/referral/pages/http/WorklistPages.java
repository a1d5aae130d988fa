package io.dorsal.referral.pages.http;

import io.dorsal.kit.pages.ServicePages;
import io.dorsal.kit.security.Role;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the service its pages, with the shell and the sign-in of all pages. */
@Configuration(proxyBeanMethods = false)
class WorklistPages {

    @Bean
    ServicePages servicePages() {
        return new ServicePages("Worklists", Set.of(Role.SPECIALIST, Role.CLINIC, Role.ADMIN), List.of(), List.of("/"));
    }
}
