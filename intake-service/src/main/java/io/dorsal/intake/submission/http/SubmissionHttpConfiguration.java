package io.dorsal.intake.submission.http;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.rules.json.AssessmentJson;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires submitting by REST. */
@Configuration(proxyBeanMethods = false)
class SubmissionHttpConfiguration {

    @Bean
    SubmissionReader submissionReader(AssessmentJson json, Clock clock, IntakeMetrics metrics) {
        return new SubmissionReader(json, clock, metrics);
    }
}
