package io.dorsal.rules.yaml;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Citation;
import io.dorsal.rules.ruleset.Rule;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a file of rules. */
final class RuleReader {
    private final YamlFiles files;
    private final String file;
    private final ConditionReader conditions;

    RuleReader(YamlFiles files, String file, ConditionReader conditions) {
        this.files = files;
        this.file = file;
        this.conditions = conditions;
    }

    List<Rule> read() {
        JsonNode content = files.open(file);
        if (content == null) {
            return List.of();
        }
        if (!content.isArray()) {
            files.defect(file, null, "must be a list of rules");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        content.values().forEach(node -> rules.add(rule(new Entry(files, file, null, node))));
        return rules;
    }

    private Rule rule(Entry unnamed) {
        Entry entry = unnamed.named(unnamed.text("id"));
        Rule rule = new Rule(
                entry.text("id"),
                entry.text("title"),
                entry.symbol("urgency", Urgency.class),
                entry.condition("when", conditions),
                entry.symbols("queues", Queue.class),
                entry.textIfAny("workUp"),
                entry.text("explanation"),
                entry.list("sources").stream()
                        .map(node -> citation(node, entry))
                        .toList());
        entry.end();
        return rule;
    }

    private Citation citation(JsonNode node, Entry rule) {
        if (node.isString()) {
            return new Citation(node.stringValue(), null);
        }
        Entry citation = rule.of(node);
        Citation read = new Citation(citation.text("cite"), citation.text("for"));
        citation.end();
        return read;
    }
}
