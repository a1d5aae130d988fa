package io.dorsal.triage.shadow.kafka;

import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.triage.shadow.Candidate;
import io.dorsal.triage.shadow.CandidateFolder;
import io.dorsal.triage.shadow.Shadow;
import io.dorsal.triage.shadow.ShadowEvaluation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;

/** The candidate that {@code triage.shadow-ruleset} names, where it names one; one that is broken fails the start. */
@Configuration(proxyBeanMethods = false)
class ShadowConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowConfiguration.class);

    @Bean
    Shadow shadow(
            @Value("${triage.shadow-ruleset:}") String folder,
            ProducerFactory<String, byte[]> producers,
            PublishedSchemas schemas,
            MeterRegistry registry,
            Clock clock) {
        if (folder.isBlank()) {
            return Shadow.NONE;
        }
        TriageEngine candidate = new TriageEngine(new CandidateFolder(folder).load());
        LOG.info(
                "The ruleset {} ({}) is evaluated beside the active one, and decides nothing",
                candidate.ruleset().version(),
                candidate.ruleset().hash());
        return ShadowEvaluation.started(
                Candidate.of(_ -> candidate),
                new KafkaDisagreements(producers.getConfigurationProperties(), schemas, clock),
                registry);
    }
}
