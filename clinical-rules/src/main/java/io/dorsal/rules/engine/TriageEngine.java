package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.Pattern;
import io.dorsal.rules.decision.RuleOutcome;
import io.dorsal.rules.decision.RuleOutcome.Outcome;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Advice.Audience;
import io.dorsal.rules.ruleset.DistinctAnswers;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.vocabulary.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides assessments by one ruleset. The same answers, count and ruleset make an equal decision, whatever the time, the
 * locale or the machine. A rule that cannot be evaluated counts as fired at its urgency and is marked in the decision;
 * {@link #decide} itself throws nothing. Safe for use by several threads.
 */
public final class TriageEngine {
    private static final String REGIONS = "pain.regions";

    private final Ruleset ruleset;
    private final RuleSettling rules;
    private final ConditionRules conditionRules;
    private final PathwayRules pathwayRules;
    private final DistinctAnswers distinctAnswers;
    private final OpenQuestions openQuestions;
    private final EmergencyScreen screen;
    private final Question regions;
    private final CompiledClassification<DurationClass> durationClasses;
    private final CompiledClassification<Pattern> patterns;
    private final Advising toClinic;
    private final Advising toPatient;

    public TriageEngine(Ruleset ruleset) {
        this(ruleset, UnaryOperator.identity());
    }

    /** Lets tests put their own check in the place of a rule's. */
    TriageEngine(Ruleset ruleset, UnaryOperator<CheckSource> replacing) {
        this.ruleset = ruleset;
        List<Rule> conditions = ConditionRules.inOrderOfFindings(ruleset.rules(RuleTable.Kind.CONDITION));
        Map<String, Integer> indexes = new HashMap<>();
        conditions.forEach(rule -> indexes.put(rule.id(), indexes.size()));
        CheckCompiler compiler = new CheckCompiler(indexes, ruleset.screen());
        CheckSource checks = replacing.apply(new CheckSource.Compiled(compiler));
        Reasons reasons = new Reasons(ruleset.vocabulary());
        List<Rule> pathway = ruleset.rules(RuleTable.Kind.PATHWAY);
        List<Rule> all = Stream.concat(conditions.stream(), pathway.stream()).toList();
        this.rules = new RuleSettling(ruleset, all, checks, reasons);
        this.conditionRules = new ConditionRules(rules, conditions);
        this.pathwayRules = new PathwayRules(rules, pathway);
        this.distinctAnswers = new DistinctAnswers(ruleset);
        this.openQuestions = new OpenQuestions(ruleset, rules, conditionRules, pathwayRules, distinctAnswers);
        this.screen = compiler.screen();
        this.regions = ruleset.vocabulary().question(REGIONS);
        this.durationClasses = new CompiledClassification<>(ruleset.durationClasses(), compiler);
        this.patterns = new CompiledClassification<>(ruleset.patterns(), compiler);
        this.toClinic = new Advising(ruleset, compiler, Audience.CLINIC);
        this.toPatient = new Advising(ruleset, compiler, Audience.PATIENT);
    }

    /** The ruleset that decides. */
    public Ruleset ruleset() {
        return ruleset;
    }

    /** The answers that its rules tell apart. */
    public DistinctAnswers distinctAnswers() {
        return distinctAnswers;
    }

    /** Decides one assessment, as {@link #decide(Answers, Integer)} does: whom it is about plays no part. */
    public Decision decide(Assessment assessment, @Nullable Integer earlierAssessments) {
        return decide(assessment.answers(), earlierAssessments);
    }

    /** Decides as {@link #decide(Answers, Integer, RuleFailures)} does, where nobody wants to know why a rule failed. */
    public Decision decide(Answers answers, @Nullable Integer earlierAssessments) {
        return decide(answers, earlierAssessments, (_, _) -> {});
    }

    /**
     * Decides on the answers of one assessment.
     *
     * @param earlierAssessments how many assessments of this patient came before, within the window of the ruleset; null
     *     or negative: not known, and a rule that asks for it stays open
     * @param failures hears of each rule that could not be evaluated
     */
    public Decision decide(Answers answers, @Nullable Integer earlierAssessments, RuleFailures failures) {
        Evaluation evaluation = evaluation(answers, earlierAssessments, failures);
        List<Finding> findings = findings(evaluation);
        Urgency urgency = findings.getFirst().urgency();
        List<Question> open = screen.open(evaluation, ruleset.vocabulary());
        List<String> openRules = conditionRules.open(evaluation);
        AdviceFacts facts = new AdviceFacts(evaluation, urgency, findings, open, openRules);
        return new Decision(
                urgency,
                ruleset.version(),
                ruleset.hash(),
                findings,
                Referring.referrals(findings),
                open.isEmpty() ? List.of() : open.stream().map(Question::path).toList(),
                openQuestions.of(evaluation, findings, !open.isEmpty()),
                openRules,
                Objects.requireNonNullElse(answers.symbols(regions), List.of()),
                durationClasses.classify(evaluation),
                patterns.classify(evaluation),
                toClinic.texts(facts),
                toPatient.texts(facts));
    }

    /** The findings of {@link #decide(Answers, Integer)}, without what a decision adds to them. */
    public List<Finding> findings(Answers answers, @Nullable Integer earlierAssessments) {
        return findings(evaluation(answers, earlierAssessments, (_, _) -> {}));
    }

    /**
     * What became of every rule, in the order of the ruleset, as far as the answers given tell: no outcome is
     * {@link Outcome#OPEN}.
     */
    public List<RuleOutcome> outcomes(Answers answers, @Nullable Integer earlierAssessments) {
        Evaluation evaluation = evaluation(answers, earlierAssessments, (_, _) -> {});
        Set<String> found = findings(evaluation).stream().map(Finding::rule).collect(Collectors.toUnmodifiableSet());
        Map<String, RuleOutcome> outcomes = Stream.concat(
                        conditionRules.outcomes(evaluation), pathwayRules.outcomes(evaluation, found))
                .collect(Collectors.toMap(RuleOutcome::rule, Function.identity()));
        return ruleset.rules().stream()
                .map(rule -> Objects.requireNonNull(outcomes.get(rule.id())))
                .toList();
    }

    private Evaluation evaluation(Answers answers, @Nullable Integer earlierAssessments, RuleFailures failures) {
        int count = earlierAssessments == null ? Evaluation.COUNT_UNKNOWN : earlierAssessments;
        return new Evaluation(answers, count, rules.size(), failures);
    }

    private List<Finding> findings(Evaluation evaluation) {
        long[] candidates = rules.table().candidates(evaluation);
        List<Finding> findings = conditionRules.findings(candidates, evaluation);
        return findings.isEmpty() ? pathwayRules.findings(candidates, evaluation) : findings;
    }
}
