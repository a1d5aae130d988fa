package io.dorsal.rules.engine;

import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts rules after those whose outcome they ask for. */
final class EvaluationOrder {
    private final Map<String, Rule> rules = new HashMap<>();
    private final Set<String> placed = new LinkedHashSet<>();
    private final Set<String> underWay = new LinkedHashSet<>();

    private EvaluationOrder(List<Rule> rules) {
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
    }

    /**
     * The rules in an order in which each can be evaluated.
     *
     * @throws IllegalArgumentException if rules ask for each other in a circle
     */
    static List<Rule> of(List<Rule> rules) {
        EvaluationOrder order = new EvaluationOrder(rules);
        rules.forEach(rule -> order.place(rule.id()));
        List<Rule> ordered = new ArrayList<>();
        order.placed.forEach(id -> ordered.add(order.rule(id)));
        return ordered;
    }

    private void place(String id) {
        if (placed.contains(id)) {
            return;
        }
        if (!underWay.add(id)) {
            throw new IllegalArgumentException("rules refer to each other in a circle: " + underWay);
        }
        Conditions.referredRules(rule(id).when()).forEach(this::place);
        underWay.remove(id);
        placed.add(id);
    }

    private Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no such condition rule: " + id);
        }
        return rule;
    }
}
