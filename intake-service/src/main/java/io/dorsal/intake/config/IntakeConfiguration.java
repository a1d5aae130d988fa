package io.dorsal.intake.config;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.pages.ServicePages;
import io.dorsal.kit.pages.ServicePages.Link;
import io.dorsal.kit.security.AccessRules;
import io.dorsal.kit.security.Role;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.rules.yaml.VocabularyYaml;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Wires what all of intake's features use. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    /** Assessments are the clinics' alone; which services of CDS Hooks and FHIR there are is for everybody. */
    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, "/cds-services", "/fhir/metadata")
                .permitAll()
                .requestMatchers(
                        "/api/assessments", "/api/assessments/**", "/form/**", "/cds-services/**", "/fhir", "/fhir/**")
                .hasAuthority(Role.CLINIC.name());
    }

    /** The form, and what became of what the clinic submitted. */
    @Bean
    ServicePages servicePages() {
        return new ServicePages(
                "Intake",
                Set.of(Role.CLINIC),
                List.of(new Link("New assessment", "/"), new Link("Assessments", "/assessments")),
                List.of("/", "/assessments", "/assessments/*"));
    }

    @Bean
    IntakeMetrics intakeMetrics(MeterRegistry registry) {
        return new IntakeMetrics(registry);
    }

    @Bean
    Vocabulary vocabulary() {
        return VocabularyYaml.vocabulary();
    }

    @Bean
    OpenApiCustomizer apiDescription(Vocabulary vocabulary) {
        return new ApiDescription(vocabulary);
    }

    @Bean
    AssessmentJson assessmentJson(Vocabulary vocabulary) {
        return new AssessmentJson(vocabulary);
    }

    @Bean
    AnswersAvro answersAvro(Vocabulary vocabulary) {
        return new AnswersAvro(vocabulary);
    }
}
