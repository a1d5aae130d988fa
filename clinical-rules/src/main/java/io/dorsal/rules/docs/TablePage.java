package io.dorsal.rules.docs;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.ruleset.Citation;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page of one table of rules. */
final class TablePage {
    private TablePage() {}

    static String of(Ruleset ruleset, RuleTable table) {
        Markdown page = new Markdown().heading(1, table.title());
        page.block(
                switch (table.kind()) {
                    case CONDITION ->
                        "All of these are evaluated; each that fires is a finding. They stand in order of precedence.";
                    case PATHWAY ->
                        "These are looked at only when no condition rule fired; the first that matches is the one"
                                + " finding.";
                });
        table.rules().forEach(rule -> add(ruleset, rule, page));
        return page.toString();
    }

    private static void add(Ruleset ruleset, Rule rule, Markdown page) {
        page.heading(2, rule.id() + ": " + rule.title());
        page.block("**" + rule.urgency() + "**, " + who(ruleset, rule));
        page.block("Fires when").lines(ConditionWords.lines(rule.when()));
        page.block(rule.explanation());
        List<String> last = new ArrayList<>();
        if (rule.workUp() != null) {
            last.add("- Work-up: " + rule.workUp());
        }
        last.add("- Sources: " + rule.sources().stream().map(TablePage::cite).collect(Collectors.joining(", ")));
        page.lines(last);
    }

    private static String who(Ruleset ruleset, Rule rule) {
        if (rule.queues().isEmpty()) {
            return "no referral.";
        }
        return "to "
                + rule.queues().stream().map(queue -> name(ruleset, queue)).collect(Collectors.joining(", then "))
                + ".";
    }

    private static String name(Ruleset ruleset, Queue queue) {
        return Objects.requireNonNull(ruleset.queues().get(queue)).toLowerCase(Locale.ROOT);
    }

    private static String cite(Citation citation) {
        return citation.source() + (citation.purpose() == null ? "" : " (" + citation.purpose() + ")");
    }
}
