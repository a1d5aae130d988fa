package io.dorsal.intake.bulk.http;

import io.dorsal.intake.IntakeMetrics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires answering uploads. */
@Configuration(proxyBeanMethods = false)
class BulkHttpConfiguration {

    @Bean
    BulkAnswers bulkAnswers(JsonMapper json, IntakeMetrics metrics) {
        return new BulkAnswers(json, metrics);
    }
}
