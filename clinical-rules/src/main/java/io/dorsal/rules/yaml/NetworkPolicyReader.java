package io.dorsal.rules.yaml;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.policy.Approval;
import io.dorsal.rules.policy.NetworkPolicy;
import io.dorsal.rules.policy.PolicyChange;
import io.dorsal.rules.policy.PolicyChange.AddedQueues;
import io.dorsal.rules.policy.PolicyChange.EarlierAcknowledgement;
import io.dorsal.rules.policy.PolicyChange.RaisedUrgency;
import io.dorsal.rules.policy.PolicyChange.ShorterTarget;
import io.dorsal.rules.policy.PolicyChange.WidenedThreshold;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Ruleset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the policy of a network. Entries that cannot be read are left out, so that the others are looked at too. */
final class NetworkPolicyReader {
    private final YamlFiles files;
    private final String file;
    private final String network;
    private final ConditionReader conditions;
    private final List<PolicyChange> changes = new ArrayList<>();

    NetworkPolicyReader(YamlFiles files, String file, String network, Ruleset ruleset) {
        this(files, file, network, new ConditionReader(ruleset.vocabulary(), Names.ofNumbers(ruleset.numbers())));
    }

    private NetworkPolicyReader(YamlFiles files, String file, String network, ConditionReader conditions) {
        this.files = files;
        this.file = file;
        this.network = network;
        this.conditions = conditions;
    }

    /** A reader for the targets alone, to which the ruleset is not known. */
    static NetworkPolicyReader ofTargets(YamlFiles files, String file, String network) {
        return new NetworkPolicyReader(
                files, file, network, new ConditionReader(VocabularyYaml.vocabulary(), new Names()));
    }

    /** The targets, as far as they can be read. */
    Map<Urgency, Duration> targets() {
        Entry main = open();
        if (main == null) {
            return Map.of();
        }
        each(main, "targets", "urgency", this::shorten);
        Map<Urgency, Duration> targets = new EnumMap<>(Urgency.class);
        for (PolicyChange change : changes) {
            if (change instanceof ShorterTarget(var urgency, var within, var _)) {
                targets.merge(urgency, within, (one, other) -> one.compareTo(other) < 0 ? one : other);
                if (!within.isPositive()) {
                    main.named(urgency.name()).defect("target must be positive");
                }
            }
        }
        return targets;
    }

    private @Nullable Entry open() {
        JsonNode content = files.open(file);
        if (content == null) {
            return null;
        }
        Entry main = new Entry(files, file, null, content);
        if (!main.text("network").equals(network) || !NetworkPolicy.isNetwork(network)) {
            main.defect("network must be that of the file's name, of letters, digits and -");
        }
        return main;
    }

    /** The policy, as far as it can be read; empty where nothing of it can. */
    Optional<NetworkPolicy> read() {
        Entry main = open();
        if (main == null || !NetworkPolicy.isNetwork(network)) {
            return Optional.empty();
        }
        int version = main.number("version");
        if (version < 1) {
            main.defect("version must be at least 1");
        }
        each(main, "urgencies", "rule", this::raise);
        each(main, "thresholds", "rule", this::widen);
        each(main, "queues", "rule", this::add);
        each(main, "targets", "urgency", this::shorten);
        main.end();
        return Optional.of(new NetworkPolicy(network, Math.max(1, version), changes));
    }

    private void each(Entry main, String member, String named, Function<Entry, List<PolicyChange>> read) {
        for (JsonNode node : main.listIfAny(member)) {
            int before = files.defects().size();
            Entry unnamed = main.of(node);
            Entry entry = unnamed.named(unnamed.text(named));
            List<PolicyChange> changed = read.apply(entry);
            entry.end();
            if (files.defects().size() == before) {
                changes.addAll(changed);
            }
        }
    }

    private List<PolicyChange> raise(Entry entry) {
        return List.of(new RaisedUrgency(entry.text("rule"), entry.symbol("urgency", Urgency.class), approval(entry)));
    }

    private List<PolicyChange> widen(Entry entry) {
        String rule = entry.text("rule");
        Condition from = entry.condition("from", conditions);
        Condition to = entry.condition("to", conditions);
        Approval approval = approval(entry);
        if (!WidenedThreshold.isOfOneNumber(from, to)) {
            entry.defect("from and to compare one number, as {patient.ageYears: {atLeast: 65}}");
            return List.of();
        }
        return List.of(new WidenedThreshold(rule, from, to, approval));
    }

    private List<PolicyChange> add(Entry entry) {
        List<Queue> queues = entry.symbols("add", Queue.class);
        if (queues.isEmpty()) {
            entry.defect("add names no queue");
        }
        return List.of(new AddedQueues(entry.text("rule"), queues, approval(entry)));
    }

    private List<PolicyChange> shorten(Entry entry) {
        Urgency urgency = entry.symbol("urgency", Urgency.class);
        Duration target = entry.durationIfAny("target");
        Duration acknowledged = entry.durationIfAny("alertAcknowledgedWithin");
        Approval approval = approval(entry);
        List<PolicyChange> shortened = new ArrayList<>();
        if (target != null) {
            shortened.add(new ShorterTarget(urgency, target, approval));
        }
        if (acknowledged != null) {
            shortened.add(new EarlierAcknowledgement(urgency, acknowledged, approval));
        }
        if (shortened.isEmpty()) {
            entry.defect("needs target or alertAcknowledgedWithin");
        }
        return shortened;
    }

    private static Approval approval(Entry entry) {
        return new Approval(entry.text("why"), entry.text("approvedBy"));
    }
}
