package io.dorsal.triage.config;

import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.kit.security.AccessRules;
import io.dorsal.rules.engine.NetworkEngines;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.NetworkPolicies;
import io.dorsal.rules.yaml.Rulesets;
import io.dorsal.triage.deciding.DecidingUrgency;
import io.dorsal.triage.deciding.DecisionMetrics;
import io.dorsal.triage.rulesets.EffectiveRulesets;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine with the ruleset in force, and what decides by it. The ruleset is the packed one, or that of the folder
 * {@code triage.ruleset}; one that is broken or not active fails the start. So does a policy in the folder
 * {@code dorsal.network-policies} that has a defect, or loosens anything.
 */
@Configuration(proxyBeanMethods = false)
class TriageConfiguration {

    @Bean
    TriageEngine triageEngine(@Value("${triage.ruleset:}") String folder) {
        return new TriageEngine(folder.isBlank() ? Rulesets.active() : Rulesets.active(Path.of(folder)));
    }

    @Bean
    DecisionMetrics decisionMetrics(MeterRegistry registry, TriageEngine engine) {
        return new DecisionMetrics(registry, engine.ruleset());
    }

    @Bean
    EffectiveRulesets effectiveRulesets(
            @Value("${dorsal.network-policies:}") String folder, TriageEngine engine, ClinicDirectory clinics) {
        Map<String, EffectiveRuleset> byPolicy = folder.isBlank()
                ? Map.of()
                : NetworkPolicies.load(Path.of(folder), engine.ruleset(), clinics.networks());
        return new EffectiveRulesets(EffectiveRuleset.without(engine.ruleset()), byPolicy, clinics.networks());
    }

    @Bean
    NetworkEngines networkEngines(TriageEngine engine, EffectiveRulesets rulesets) {
        Map<String, Ruleset> byNetwork = new HashMap<>();
        rulesets.byPolicy().forEach((network, effective) -> byNetwork.put(network, effective.ruleset()));
        return NetworkEngines.of(engine, byNetwork);
    }

    @Bean
    DecidingUrgency decidingUrgency(NetworkEngines engines, DecisionMetrics metrics) {
        return new DecidingUrgency(engines, metrics);
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
