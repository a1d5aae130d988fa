package io.dorsal.rules.explanation;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.RuleOutcome;
import io.dorsal.rules.decision.RuleOutcome.Outcome;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.DistinctAnswers;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells rules that did not fire from those that answers to open questions could still make fire. */
final class OpenRules {
    private final TriageEngine engine;
    private final Ruleset ruleset;
    private final Answers answers;
    private final @Nullable Integer earlierAssessments;
    private final Requirements requirements;
    private final Goals goals;
    private final Search search;

    OpenRules(TriageEngine engine, DistinctAnswers distinct, Answers answers, @Nullable Integer earlierAssessments) {
        this.engine = engine;
        this.ruleset = engine.ruleset();
        this.answers = answers;
        this.earlierAssessments = earlierAssessments;
        Choices choices = Choices.of(answers, distinct, question -> !answers.isAnswered(question));
        int count = earlierAssessments == null ? Integer.MAX_VALUE : earlierAssessments;
        this.requirements = new Requirements(ruleset, choices, count, _ -> true);
        this.goals = new Goals(ruleset, choices, count);
        this.search = new Search(engine, choices, earlierAssessments);
    }

    /** What became of every rule, in the order of the ruleset. */
    List<RuleOutcome> outcomes() {
        Map<String, RuleOutcome> settled = engine.outcomes(answers, earlierAssessments).stream()
                .collect(Collectors.toMap(RuleOutcome::rule, Function.identity()));
        return ruleset.tables().stream()
                .flatMap(table ->
                        table.rules().stream().map(rule -> outcome(table.kind(), rule, settled.get(rule.id()))))
                .toList();
    }

    private RuleOutcome outcome(RuleTable.Kind kind, Rule rule, @Nullable RuleOutcome settled) {
        if (settled == null) {
            throw new IllegalStateException("no outcome of " + rule.id());
        }
        if (settled.outcome() == Outcome.FIRED) {
            return settled;
        }
        Optional<SortedSet<Integer>> open = switch (kind) {
            case CONDITION -> openQuestions(rule);
            case PATHWAY -> openQuestionsOfPathway(rule);
        };
        return open.map(questions -> open(settled, questions)).orElse(settled);
    }

    /** Empty where no answers could make the rule fire. */
    private Optional<SortedSet<Integer>> openQuestions(Rule rule) {
        List<Requirement> alternatives = requirements.ofRule(rule.id(), true);
        return alternatives.isEmpty()
                ? Optional.empty()
                : Optional.of(alternatives.stream()
                        .flatMap(alternative -> alternative.changes().keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Optional<SortedSet<Integer>> openQuestionsOfPathway(Rule rule) {
        Search.Result result = search.smallest(goals.by(rule));
        if (result.found().isEmpty()) {
            return result.complete()
                    ? Optional.empty()
                    : openQuestions(rule); // an answer that is missing is never a "no"
        }
        return Optional.of(result.found().stream()
                .flatMap(one -> one.changes().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private RuleOutcome open(RuleOutcome settled, SortedSet<Integer> questions) {
        List<String> paths = questions.stream()
                .map(question -> answers.vocabulary().questions().get(question).path())
                .toList();
        Set<String> named = new HashSet<>(paths);
        List<Because> given = settled.because().stream()
                .filter(because -> because.value() != null || !named.contains(because.path()))
                .toList();
        return new RuleOutcome(settled.rule(), Outcome.OPEN, given, paths);
    }
}
