package io.dorsal.intake.fhir.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.view.ReadingAssessments;
import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Wires FHIR. */
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

    @Bean
    FilterRegistrationBean<OutcomeFilter> outcomeFilter(JsonMapper json) {
        FilterRegistrationBean<OutcomeFilter> registration = new FilterRegistrationBean<>(new OutcomeFilter(json));
        registration.addUrlPatterns("/fhir/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1); // around the filter that answers problems
        return registration;
    }

    @Bean
    FhirModel fhirModel() {
        return new FhirModel();
    }

    @Bean
    FhirBody fhirBody(FhirModel model) {
        return new FhirBody(model);
    }

    @Bean
    FhirAnswers fhirAnswers(FhirModel model) {
        return new FhirAnswers(model);
    }

    @Bean
    Callers fhirCallers(ClinicDirectory clinics) {
        return new Callers(clinics);
    }

    @Bean
    ResponseChecks responseChecks(Vocabulary vocabulary, AssessmentJson json, Clock clock) {
        return new ResponseChecks(vocabulary, json, clock);
    }

    @Bean
    ResponseRequests responseRequests(FhirBody bodies, ResponseChecks checks, IntakeMetrics metrics) {
        return new ResponseRequests(bodies, checks, metrics);
    }

    @Bean
    ReceiptAnswers receiptAnswers(FhirAnswers answers) {
        return new ReceiptAnswers(answers);
    }

    @Bean
    OutcomeSearch outcomeSearch(ReadingAssessments assessments, AssessmentJson answers, JsonMapper json) {
        return new OutcomeSearch(assessments, new StoredResponses(answers, json), new DecisionReader(json));
    }

    @Bean
    BackgroundLoop loadingFhir(
            FhirModel model,
            Vocabulary vocabulary,
            @Value("${intake.fhir.loaded-after}") Duration after,
            ApplicationEventPublisher events) {
        return new BackgroundLoop("loading-fhir", events, new LoadingModel(model, vocabulary, after));
    }
}
