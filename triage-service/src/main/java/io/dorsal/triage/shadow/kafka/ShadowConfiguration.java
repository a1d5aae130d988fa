package io.dorsal.triage.shadow.kafka;

import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.triage.shadow.Candidate;
import io.dorsal.triage.shadow.CandidateFolder;
import io.dorsal.triage.shadow.Shadow;
import io.dorsal.triage.shadow.ShadowEvaluation;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The candidate that {@code triage.shadow-ruleset} names, where it names one. One that is broken fails the start, and so does
 * one to which the policies of networks cannot be applied as they are to the active ruleset.
 */
@Configuration(proxyBeanMethods = false)
class ShadowConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowConfiguration.class);

    @Bean
    Shadow shadow(
            @Value("${triage.shadow-ruleset:}") String setting,
            @Value("${dorsal.network-policies:}") String policies,
            ClinicDirectory clinics,
            ProducerFactory<String, byte[]> producers,
            PublishedSchemas schemas,
            MeterRegistry registry,
            Clock clock) {
        if (setting.isBlank()) {
            return Shadow.NONE;
        }
        CandidateFolder folder = new CandidateFolder(setting);
        Ruleset candidate = folder.load();
        Map<String, TriageEngine> byNetwork = new HashMap<>();
        if (!policies.isBlank()) {
            folder.under(Path.of(policies), candidate, clinics.networks())
                    .forEach((network, effective) -> byNetwork.put(network, new TriageEngine(effective.ruleset())));
        }
        LOG.info(
                "The ruleset {} ({}) is evaluated beside the active one, and decides nothing",
                candidate.version(),
                candidate.hash());
        return ShadowEvaluation.started(
                Candidate.of(new TriageEngine(candidate), byNetwork),
                new KafkaDisagreements(producers.getConfigurationProperties(), schemas, clock),
                registry);
    }
}
