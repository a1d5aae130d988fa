package io.dorsal.fhir.http;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** What every service has that speaks FHIR. It adds the controllers. */
@AutoConfiguration
public class FhirKitConfiguration {

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
}
