package io.dorsal.rules.policy;

import io.dorsal.rules.policy.PolicyChange.AddedQueues;
import io.dorsal.rules.policy.PolicyChange.EarlierAcknowledgement;
import io.dorsal.rules.policy.PolicyChange.RaisedUrgency;
import io.dorsal.rules.policy.PolicyChange.ShorterTarget;
import io.dorsal.rules.policy.PolicyChange.WidenedThreshold;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hash of a ruleset with a policy: SHA-256 over the hash of the ruleset and every value that differs from it, a line
 * each, sorted. Whose policy it is, its version, its reasons and the order of its entries don't count, so two networks
 * that decide alike have the same hash.
 */
final class EffectiveHash {
    private EffectiveHash() {}

    static String of(Ruleset own, List<RuleTable> changed, NetworkPolicy policy) {
        Stream<String> queues = changed.stream()
                .flatMap(table -> table.rules().stream())
                .filter(rule -> policy.changes(AddedQueues.class)
                        .anyMatch(change -> change.rule().equals(rule.id())))
                .map(EffectiveHash::queues);
        Stream<String> values = policy.changes().stream().flatMap(EffectiveHash::value);
        String text = Stream.concat(values, queues).distinct().sorted().collect(Collectors.joining("\n"));
        byte[] bytes = ("ruleset " + own.hash() + "\n" + text).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static String queues(Rule rule) {
        return "queues " + rule.id() + " "
                + rule.queues().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Stream<String> value(PolicyChange change) {
        return switch (change) {
            case RaisedUrgency(String rule, var urgency, var _) -> Stream.of("urgency " + rule + " " + urgency.name());
            case WidenedThreshold(String rule, var from, var to, var _) ->
                Stream.of("threshold " + rule + " " + Comparison.in(from).canonical() + " "
                        + Comparison.in(to).canonical());
            case AddedQueues _ -> Stream.empty(); // told by rule: several entries may add to one
            case ShorterTarget(var urgency, var within, var _) -> Stream.of("target " + urgency.name() + " " + within);
            case EarlierAcknowledgement(var urgency, var within, var _) ->
                Stream.of("acknowledged " + urgency.name() + " " + within);
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
