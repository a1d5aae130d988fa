package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Pattern;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.CompiledRule.Outcome;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides assessments by one ruleset. The same answers, count and ruleset make an equal decision, whatever the time, the
 * locale or the machine. A rule that cannot be evaluated counts as fired at its urgency and is marked in the decision;
 * {@link #decide} itself throws nothing. Safe for use by several threads.
 */
public final class TriageEngine {
    private final Ruleset ruleset;
    private final List<CompiledRule> inEvaluationOrder = new ArrayList<>();
    private final List<CompiledRule> inOrderOfFindings;
    private final List<CompiledRule> pathway = new ArrayList<>();
    private final List<CompiledRule> askingForCount;
    private final EmergencyScreen screen;
    private final Question regions;
    private final CompiledClassification<DurationClass> durationClasses;
    private final CompiledClassification<Pattern> patterns;
    private final Advising advising;

    public TriageEngine(Ruleset ruleset) {
        this(ruleset, (_, check) -> check);
    }

    /** Lets tests put their own check in the place of a rule's. */
    TriageEngine(Ruleset ruleset, BiFunction<Rule, Check, Check> replacing) {
        this.ruleset = ruleset;
        List<Rule> conditionRules = ruleset.rules(RuleTable.Kind.CONDITION);
        Map<String, Integer> indexes = new HashMap<>();
        conditionRules.forEach(rule -> indexes.put(rule.id(), indexes.size()));
        CheckCompiler compiler = new CheckCompiler(indexes, ruleset.screen());
        for (Rule rule : EvaluationOrder.of(conditionRules)) {
            inEvaluationOrder.add(compile(
                    rule, Objects.requireNonNull(indexes.get(rule.id())), ruleset.vocabulary(), compiler, replacing));
        }
        for (Rule rule : ruleset.rules(RuleTable.Kind.PATHWAY)) {
            pathway.add(compile(rule, pathway.size(), ruleset.vocabulary(), compiler, replacing));
        }
        this.inOrderOfFindings = inEvaluationOrder.stream()
                .sorted(Comparator.comparing((CompiledRule rule) -> rule.rule().urgency())
                        .thenComparingInt(CompiledRule::index))
                .toList();
        this.askingForCount = OpenRules.askingForCount(inOrderOfFindings);
        this.screen = compiler.screen();
        this.regions = ruleset.vocabulary().question("pain.regions");
        this.durationClasses = new CompiledClassification<>(ruleset.durationClasses(), compiler);
        this.patterns = new CompiledClassification<>(ruleset.patterns(), compiler);
        this.advising = new Advising(ruleset, compiler);
    }

    private static CompiledRule compile(
            Rule rule,
            int index,
            Vocabulary vocabulary,
            CheckCompiler compiler,
            BiFunction<Rule, Check, Check> replacing) {
        return new CompiledRule(index, rule, replacing.apply(rule, compiler.compile(rule.when())), vocabulary);
    }

    /** The ruleset that decides. */
    public Ruleset ruleset() {
        return ruleset;
    }

    /** Decides one assessment, as {@link #decide(Answers, Integer)} does: whom it is about plays no part. */
    public Decision decide(Assessment assessment, @Nullable Integer earlierAssessments) {
        return decide(assessment.answers(), earlierAssessments);
    }

    /**
     * Decides by the answers.
     *
     * @param earlierAssessments how many assessments of this patient came before, within the window of the ruleset; null
     *     or negative: not known, and a rule that asks for it stays open
     */
    public Decision decide(Answers answers, @Nullable Integer earlierAssessments) {
        int count = earlierAssessments == null ? Evaluation.COUNT_UNKNOWN : earlierAssessments;
        Evaluation evaluation = new Evaluation(answers, count, new boolean[inEvaluationOrder.size()]);
        List<Finding> findings = findings(evaluation);
        List<Question> open = screen.open(evaluation).stream()
                .map(ruleset.vocabulary().questions()::get)
                .toList();
        List<String> openRules = OpenRules.of(askingForCount, evaluation);
        Urgency urgency = findings.getFirst().urgency();
        AdviceFacts facts = new AdviceFacts(evaluation, urgency, findings, open, openRules);
        return new Decision(
                urgency,
                ruleset.version(),
                ruleset.hash(),
                findings,
                Referring.referrals(findings),
                open.stream().map(Question::path).toList(),
                openRules,
                Objects.requireNonNullElse(answers.symbols(regions), List.of()),
                durationClasses.classify(evaluation),
                patterns.classify(evaluation),
                advising.toClinic(facts),
                advising.toPatient(facts));
    }

    private List<Finding> findings(Evaluation evaluation) {
        Outcome[] outcomes = new Outcome[inEvaluationOrder.size()];
        boolean any = false;
        for (CompiledRule rule : inEvaluationOrder) {
            Outcome outcome = rule.evaluate(evaluation);
            outcomes[rule.index()] = outcome;
            if (outcome != Outcome.NOT_FIRED) {
                evaluation.markFired(rule.index());
                any = true;
            }
        }
        if (!any) {
            return pathwayFindings(evaluation);
        }
        List<Finding> findings = new ArrayList<>();
        for (CompiledRule rule : inOrderOfFindings) {
            if (evaluation.hasFired(rule.index())) {
                findings.add(rule.finding(evaluation, outcomes[rule.index()]));
            }
        }
        return findings;
    }

    /** One that fails does not end the search: it must not keep a more urgent one from matching. */
    private List<Finding> pathwayFindings(Evaluation evaluation) {
        List<Finding> findings = new ArrayList<>();
        for (CompiledRule rule : pathway) {
            Outcome outcome = rule.evaluate(evaluation);
            if (outcome != Outcome.NOT_FIRED) {
                findings.add(rule.finding(evaluation, outcome));
            }
            if (outcome == Outcome.FIRED) {
                break;
            }
        }
        findings.sort(Comparator.comparing(Finding::urgency));
        return findings;
    }
}
