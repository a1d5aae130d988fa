package io.dorsal.triage.testing;

import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.decision.Pattern;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Classification;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.yaml.VocabularyYaml;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ruleset that no linter has seen: its one rule asks a question that there is not, so evaluating it fails. */
public final class BrokenRule {

    /** The rule's id. */
    public static final String ID = "BROKEN-1";

    /** What the failure's message quotes, and no log may. */
    public static final String QUOTED = "424242";

    private BrokenRule() {}

    /** An engine that decides by it. */
    public static TriageEngine engine() {
        Question missing = new Question(
                Integer.parseInt(QUOTED), "neuro.missing", new AnswerType.YesNo(), false, "Is it there?", Map.of());
        Rule rule = new Rule(
                ID,
                "Broken",
                Urgency.EMERGENCY,
                new Condition.Not(new Condition.Is(missing, 1)),
                List.of(Queue.EMERGENCY_DEPARTMENT),
                null,
                "It is broken.",
                List.of());
        return new TriageEngine(new Ruleset(
                "broken",
                Ruleset.Status.ACTIVE,
                "Broken",
                "00",
                VocabularyYaml.vocabulary(),
                List.of(new RuleTable(
                        "rules/broken.yaml",
                        "Broken",
                        RuleTable.Kind.CONDITION,
                        Set.of(Urgency.EMERGENCY),
                        List.of(rule))),
                List.of(),
                List.of(),
                List.of(),
                always(DurationClass.ACUTE),
                always(Pattern.UNCLASSIFIED),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of()));
    }

    private static <C extends Enum<C>> Classification<C> always(C name) {
        return new Classification<>(List.of(new Classification.Case<>(name, new Condition.Always())));
    }
}
