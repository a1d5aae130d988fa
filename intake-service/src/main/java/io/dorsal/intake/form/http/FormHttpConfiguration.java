package io.dorsal.intake.form.http;

import io.dorsal.intake.form.FormRules;
import io.dorsal.intake.form.Questionnaire;
import io.dorsal.intake.form.config.QuestionnaireYaml;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** Wires the form. */
@Configuration(proxyBeanMethods = false)
class FormHttpConfiguration {

    @Bean
    FormRules formRules(
            @Value("${triage.ruleset:}") String ruleset,
            @Value("${dorsal.network-policies:}") String policies,
            ClinicDirectory clinics) {
        return new FormRules(path(ruleset), path(policies), clinics.networks());
    }

    @Bean
    Questionnaire questionnaire(Vocabulary vocabulary) {
        return QuestionnaireYaml.read(vocabulary);
    }

    @Bean
    RenderedQuestions renderedQuestions(Questionnaire questionnaire, JsonMapper json, ITemplateEngine templates) {
        return new RenderedQuestions(questionnaire, new FormViews(json), templates);
    }

    @Bean
    CallersClinic callersClinic(ClinicDirectory clinics) {
        return new CallersClinic(clinics);
    }

    private static @Nullable Path path(String folder) {
        return folder.isBlank() ? null : Path.of(folder);
    }
}
