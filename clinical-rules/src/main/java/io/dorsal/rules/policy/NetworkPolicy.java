package io.dorsal.rules.policy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one network decides more cautiously than the ruleset.
 *
 * @param version counts the policies of the network
 */
public record NetworkPolicy(String network, int version, List<PolicyChange> changes) {
    private static final Pattern NETWORK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

    public NetworkPolicy {
        if (!isNetwork(network) || version < 1) {
            throw new IllegalArgumentException("a policy has a network's id and a version from 1 on");
        }
        changes = List.copyOf(changes);
    }

    /** Whether this can be the id of a network that has a policy: it becomes a part of versions and of file names. */
    public static boolean isNetwork(String text) {
        return NETWORK.matcher(text).matches();
    }

    /** The file that the policy lies in, named after its network so that there is one. */
    public String file() {
        return network + ".yaml";
    }

    /** The version of a ruleset that this policy was applied to. */
    public String effectiveVersion(String rulesetVersion) {
        return rulesetVersion + "+" + network + "." + version;
    }

    /** The changes of one kind, in order. */
    <C extends PolicyChange> Stream<C> changes(Class<C> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
