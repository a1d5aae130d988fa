package io.dorsal.kit.pages;

import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.clinics.ClinicsConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.ITemplateEngine;

/** Gives a service that has {@link ServicePages} their shell. */
@AutoConfiguration(after = {ThymeleafAutoConfiguration.class, ClinicsConfiguration.class})
@ConditionalOnClass(ITemplateEngine.class)
@ConditionalOnBean(ServicePages.class)
public class PagesConfiguration {

    @Bean
    Shells shells(ServicePages pages, ClinicDirectory clinics) {
        return new Shells(pages, clinics);
    }

    @Bean
    ShellAdvice shellAdvice(Shells shells) {
        return new ShellAdvice(shells);
    }

    @Bean
    PageRequests pageRequests(ServicePages pages) {
        return new PageRequests(pages);
    }

    @Bean
    PageProblems pageProblems(ITemplateEngine templates, Shells shells) {
        return new PageProblems(templates, shells);
    }

    @Bean
    PageFailures pageFailures(PageProblems problems) {
        return new PageFailures(problems);
    }

    @Bean
    WebMvcConfigurer staticFilesOfPages() {
        return new StaticFiles();
    }
}
