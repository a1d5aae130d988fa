package io.dorsal.referral.routing;

import java.util.Map;

/**
 * How soon each urgency has to be accepted, by network.
 *
 * @param usual of networks whose policy sets none
 */
public record NetworkTargets(Targets usual, Map<String, Targets> byNetwork) {

    public NetworkTargets {
        byNetwork = Map.copyOf(byNetwork);
    }

    /** The same targets for all networks. */
    public static NetworkTargets everywhere(Targets usual) {
        return new NetworkTargets(usual, Map.of());
    }

    Targets of(String network) {
        return byNetwork.getOrDefault(network, usual);
    }
}
