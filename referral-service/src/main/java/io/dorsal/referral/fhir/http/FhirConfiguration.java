package io.dorsal.referral.fhir.http;

import io.dorsal.fhir.http.DecisionReader;
import io.dorsal.fhir.http.FhirBody;
import io.dorsal.fhir.http.FhirModel;
import io.dorsal.fhir.http.LoadingModel;
import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.clinics.ClinicDirectory;
import java.time.Duration;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires FHIR. */
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

    @Bean
    ReferralResources referralResources(ClinicDirectory clinics, JsonMapper json) {
        return new ReferralResources(clinics, new DecisionReader(json));
    }

    @Bean
    TaskUpdates taskUpdates(FhirBody bodies) {
        return new TaskUpdates(bodies);
    }

    @Bean
    BackgroundLoop loadingFhir(
            FhirModel model, @Value("${referral.fhir.loaded-after}") Duration after, ApplicationEventPublisher events) {
        return LoadingModel.loop(model, () -> List.of(new Task(), new ServiceRequest(), new Bundle()), after, events);
    }
}
