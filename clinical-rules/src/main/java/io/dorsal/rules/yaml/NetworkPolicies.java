package io.dorsal.rules.yaml;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.policy.ApplyingPolicy;
import io.dorsal.rules.policy.BrokenPolicies;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.policy.NetworkPolicy;
import io.dorsal.rules.policy.PolicyOutcome;
import io.dorsal.rules.ruleset.Ruleset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Loads the policies of networks from a folder: one file each, named after the network, as {@code metro.yaml}. */
public final class NetworkPolicies {
    private static final String ENDING = ".yaml";

    private NetworkPolicies() {}

    /**
     * The ruleset as each network's policy makes it, by network; networks without a policy are not in it. Hidden files are
     * passed over.
     *
     * @param networks the networks there are
     * @throws BrokenPolicies if any policy has a defect, or the folder holds anything else
     */
    public static Map<String, EffectiveRuleset> load(Path directory, Ruleset ruleset, Set<String> networks) {
        return load(directory, ruleset, networks::contains);
    }

    /**
     * As {@link #load(Path, Ruleset, Set)}, where nobody knows which networks there are.
     *
     * @throws BrokenPolicies if any policy has a defect, or the folder holds anything else
     */
    public static Map<String, EffectiveRuleset> ofAnyNetwork(Path directory, Ruleset ruleset) {
        return load(directory, ruleset, network -> !network.isEmpty());
    }

    private static Map<String, EffectiveRuleset> load(Path directory, Ruleset ruleset, Predicate<String> networks) {
        Map<String, EffectiveRuleset> effective = new TreeMap<>();
        read(
                directory,
                networks,
                (file, network, defects) -> load(directory, file, network, ruleset, effective, defects));
        return effective;
    }

    /**
     * The targets that policies set, by network and urgency, for whoever does not know the ruleset: whether they are shorter
     * than its own is for {@link #load} to see.
     *
     * @param networks the networks there are
     * @throws BrokenPolicies if the targets of any policy cannot be read, or the folder holds anything else
     */
    public static Map<String, Map<Urgency, Duration>> targets(Path directory, Set<String> networks) {
        Map<String, Map<Urgency, Duration>> targets = new TreeMap<>();
        read(directory, networks::contains, (file, network, defects) -> {
            YamlFiles files = new YamlFiles(RulesetFolder.directory(directory));
            targets.put(
                    network, NetworkPolicyReader.ofTargets(files, file, network).targets());
            defects.addAll(files.defects());
        });
        return targets;
    }

    private static void read(Path directory, Predicate<String> networks, Policies policies) {
        List<Defect> defects = new ArrayList<>();
        for (String file : files(directory)) {
            String network = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : "";
            if (networks.test(network)) {
                policies.read(file, network, defects);
            } else {
                defects.add(new Defect(file, null, "is named after no network, as <network>.yaml"));
            }
        }
        if (!defects.isEmpty()) {
            throw new BrokenPolicies(defects);
        }
    }

    private static void load(
            Path directory,
            String file,
            String network,
            Ruleset ruleset,
            Map<String, EffectiveRuleset> effective,
            List<Defect> defects) {
        YamlFiles files = new YamlFiles(RulesetFolder.directory(directory));
        Optional<NetworkPolicy> policy = new NetworkPolicyReader(files, file, network, ruleset).read();
        if (policy.isEmpty() || !files.defects().isEmpty()) {
            defects.addAll(files.defects());
            policy.ifPresent(part -> defects.addAll(ApplyingPolicy.defects(ruleset, part)));
            return;
        }
        switch (ApplyingPolicy.apply(ruleset, policy.get())) {
            case PolicyOutcome.Accepted(var accepted) -> effective.put(network, accepted);
            case PolicyOutcome.Refused(var refused) -> defects.addAll(refused);
        }
    }

    /** Takes the policies, one after the other. */
    private interface Policies {
        void read(String file, String network, List<Defect> defects);
    }

    private static List<String> files(Path directory) {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new BrokenPolicies(List.of(new Defect(directory.toString(), null, "is no folder that can be read")));
        }
    }
}
