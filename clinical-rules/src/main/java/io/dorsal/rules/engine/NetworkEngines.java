package io.dorsal.rules.engine;

import io.dorsal.rules.ruleset.Ruleset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine that decides for a network, made once: by the ruleset as its policy makes it, or by the ruleset itself for a
 * network that has no policy, or that nobody knows.
 */
public final class NetworkEngines {

    private final TriageEngine plain;
    private final Map<String, TriageEngine> byNetwork;

    private NetworkEngines(TriageEngine plain, Map<String, TriageEngine> byNetwork) {
        this.plain = plain;
        this.byNetwork = Map.copyOf(byNetwork);
    }

    /**
     * An engine for each ruleset.
     *
     * @param byNetwork the ruleset as the policies of networks make it
     */
    public static NetworkEngines of(TriageEngine plain, Map<String, Ruleset> byNetwork) {
        Map<String, TriageEngine> engines = new HashMap<>();
        byNetwork.forEach((network, ruleset) -> engines.put(network, new TriageEngine(ruleset)));
        return new NetworkEngines(plain, engines);
    }

    /** One engine for all networks. */
    public static NetworkEngines withoutPolicies(TriageEngine plain) {
        return new NetworkEngines(plain, Map.of());
    }

    /** The engine of the network; null stands for a caller who belongs to none. */
    public TriageEngine of(@Nullable String network) {
        return network == null ? plain : byNetwork.getOrDefault(network, plain);
    }
}
