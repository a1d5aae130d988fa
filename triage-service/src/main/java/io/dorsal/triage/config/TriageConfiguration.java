package io.dorsal.triage.config;

import io.dorsal.kit.security.AccessRules;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.yaml.Rulesets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine with the ruleset in force; one that is broken fails the start. */
@Configuration(proxyBeanMethods = false)
class TriageConfiguration {

    @Bean
    TriageEngine triageEngine() {
        return new TriageEngine(Rulesets.active());
    }

    @Bean
    AssessmentJson assessmentJson(TriageEngine engine) {
        return new AssessmentJson(engine.ruleset().vocabulary());
    }

    /** Any role may ask what triage would decide, and read the rules. */
    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers("/api/**")
                .hasAnyAuthority("CLINIC", "SPECIALIST", "ON_CALL", "OPERATIONS", "ADMIN");
    }
}
