package io.dorsal.bench.rules;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A ruleset as peers are given it.
 *
 * @param conditions the condition rules in the order of findings: each that fires is one
 * @param pathway asked only where no condition rule fired: the first that matches is the one
 */
public record Rulebook(Vocabulary vocabulary, List<Entry> conditions, List<Entry> pathway) {

    /** A rule, and where it stands among its kind. */
    public record Entry(int rank, String id, Urgency urgency, Logic when) {}

    /** Takes from a ruleset what decides. */
    public static Rulebook of(Ruleset ruleset) {
        WritingOut writingOut = new WritingOut(ruleset);
        return new Rulebook(
                ruleset.vocabulary(),
                entries(
                        ruleset.rules(RuleTable.Kind.CONDITION).stream()
                                .sorted(Comparator.comparing(Rule::urgency))
                                .toList(),
                        writingOut),
                entries(ruleset.rules(RuleTable.Kind.PATHWAY), writingOut));
    }

    private static List<Entry> entries(List<Rule> rules, WritingOut writingOut) {
        return IntStream.range(0, rules.size())
                .mapToObj(rank -> {
                    Rule rule = rules.get(rank);
                    return new Entry(rank, rule.id(), rule.urgency(), writingOut.of(rule.when()));
                })
                .toList();
    }
}
