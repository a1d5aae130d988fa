package io.dorsal.intake.fhir.http;

import io.dorsal.fhir.http.DecisionReader;
import io.dorsal.fhir.http.FhirAnswers;
import io.dorsal.fhir.http.FhirBody;
import io.dorsal.fhir.http.FhirModel;
import io.dorsal.fhir.http.LoadingModel;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.fhir.IntakeQuestionnaire;
import io.dorsal.intake.view.ReadingAssessments;
import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires FHIR. */
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

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
        return LoadingModel.loop(
                model, () -> List.of(IntakeQuestionnaire.of(vocabulary), new QuestionnaireResponse()), after, events);
    }
}
