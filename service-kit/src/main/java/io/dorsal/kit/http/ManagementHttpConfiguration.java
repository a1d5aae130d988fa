package io.dorsal.kit.http;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Gives the management port, which is a server of its own, the same answers to what is no proper request. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class ManagementHttpConfiguration {

    @Bean
    FilterRegistrationBean<ProblemFilter> managementProblemFilter(ProblemWriter problems) {
        return HttpConfiguration.outermost(new ProblemFilter(problems));
    }

    @Bean
    TomcatSettings managementTomcatSettings(ProblemWriter problems) {
        return new TomcatSettings(problems);
    }
}
