package io.dorsal.intake.form.http;

import io.dorsal.intake.form.Questionnaire;
import io.dorsal.intake.form.config.QuestionnaireYaml;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.rules.vocabulary.Vocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** Wires the form. */
@Configuration(proxyBeanMethods = false)
class FormHttpConfiguration {

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
}
