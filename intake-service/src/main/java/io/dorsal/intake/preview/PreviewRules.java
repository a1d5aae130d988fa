package io.dorsal.intake.preview;

import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.NetworkPolicies;
import io.dorsal.rules.yaml.Rulesets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which triage decides, for a look at what it would decide. They are loaded when they are first needed, since
 * submitting needs none of them.
 */
public final class PreviewRules {

    private final @Nullable Path folder;
    private final @Nullable Path policies;
    private final Set<String> networks;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Function<String, TriageEngine> loaded;

    /**
     * @param folder of the ruleset that decides; null: the packed one
     * @param policies the folder of the policies of networks; null: there are none
     */
    public PreviewRules(@Nullable Path folder, @Nullable Path policies, Set<String> networks) {
        this.folder = folder;
        this.policies = policies;
        this.networks = Set.copyOf(networks);
    }

    /** True where other rules decide for a network than those of the packed ruleset. */
    public boolean hasOwn(String network) {
        return folder != null || (policies != null && Files.exists(policies.resolve(network + ".yaml")));
    }

    /**
     * The engine that decides for a network.
     *
     * @throws RuntimeException where the rules are broken or cannot be read: triage does not start by them either
     */
    public TriageEngine engine(String network) {
        Function<String, TriageEngine> engines = loaded;
        if (engines == null) {
            loading.lock();
            try {
                engines = loaded == null ? load() : loaded;
                loaded = engines;
            } finally {
                loading.unlock();
            }
        }
        return engines.apply(network);
    }

    private Function<String, TriageEngine> load() {
        Ruleset ruleset = folder == null ? Rulesets.active() : Rulesets.active(folder);
        TriageEngine plain = new TriageEngine(ruleset);
        Map<String, EffectiveRuleset> effective =
                policies == null ? Map.of() : NetworkPolicies.load(policies, ruleset, networks);
        Map<String, TriageEngine> own = new HashMap<>();
        effective.forEach((network, rules) -> own.put(network, new TriageEngine(rules.ruleset())));
        return network -> own.getOrDefault(network, plain);
    }
}
