package io.dorsal.intake.view.http;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires reading by REST. */
@Configuration(proxyBeanMethods = false)
class ViewHttpConfiguration {

    @Bean
    AssessmentBodies assessmentBodies(JsonMapper json) {
        return new AssessmentBodies(json);
    }

    @Bean
    SelectionReader selectionReader() {
        return new SelectionReader();
    }
}
