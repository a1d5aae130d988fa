package io.dorsal.bench.rules.handwritten;

import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Citation;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the ruleset says of each rule, by rank. */
final class Templates {
    private final Rule[] rules;
    private final List<List<String>> sources;

    Templates(Ruleset ruleset) {
        this.rules = Stream.concat(
                        ruleset.rules(RuleTable.Kind.CONDITION).stream().sorted(Comparator.comparing(Rule::urgency)),
                        ruleset.rules(RuleTable.Kind.PATHWAY).stream())
                .toArray(Rule[]::new);
        this.sources = Stream.of(rules)
                .map(rule -> rule.sources().stream().map(Citation::source).toList())
                .toList();
    }

    Finding finding(int rank, List<Because> because) {
        Rule rule = rules[rank];
        return new Finding(
                rule.id(),
                rule.title(),
                rule.urgency(),
                because,
                rule.queues(),
                rule.workUp(),
                sources.get(rank),
                false);
    }

    String id(int rank) {
        return rules[rank].id();
    }

    Urgency urgency(int rank) {
        return rules[rank].urgency();
    }
}
