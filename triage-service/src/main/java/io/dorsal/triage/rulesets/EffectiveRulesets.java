package io.dorsal.triage.rulesets;

import io.dorsal.rules.policy.EffectiveRuleset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By what each network decides.
 *
 * @param plain the ruleset without a policy
 * @param byPolicy the rulesets of the networks that have one
 * @param networks all networks
 */
public record EffectiveRulesets(EffectiveRuleset plain, Map<String, EffectiveRuleset> byPolicy, Set<String> networks) {

    public EffectiveRulesets {
        byPolicy = Map.copyOf(byPolicy);
        networks = Set.copyOf(networks);
    }

    /** By what the network decides; empty where there is no such network. */
    public Optional<EffectiveRuleset> of(String network) {
        return networks.contains(network) ? Optional.of(byPolicy.getOrDefault(network, plain)) : Optional.empty();
    }
}
