package io.dorsal.notification.pages.http;

import io.dorsal.kit.pages.ServicePages;
import io.dorsal.kit.security.Role;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the service its page, with the shell and the sign-in of all pages. */
@Configuration(proxyBeanMethods = false)
class ConsolePages {

    @Bean
    ServicePages servicePages() {
        return new ServicePages("On call", Set.of(Role.ON_CALL, Role.OPERATIONS, Role.ADMIN), List.of(), List.of("/"));
    }
}
