package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.OpenQuestion;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.DistinctAnswers;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds the unanswered questions of which a single answer would raise the urgency, by supposing each answer that the rules
 * tell apart.
 */
final class OpenQuestions {
    private static final int NOTHING = Integer.MAX_VALUE;

    private final ConditionRules conditionRules;
    private final PathwayRules pathwayRules;
    private final List<Rule> inOrderOfFindings;
    private final Map<Urgency, MoreUrgent> moreUrgent = new EnumMap<>(Urgency.class);
    private final RuleSettling rules;
    private final int[] ranks;
    private final Candidate[] candidates;

    /** A question that may be unanswered, and the answers that change something. */
    private record Candidate(Question question, boolean screened, Answer[] answers) {}

    private record Answer(int raw, boolean onConditions, boolean onPathway) {}

    /** How many rules go before those of an urgency in the order of findings, and how many of them are condition rules. */
    private record MoreUrgent(int rules, int conditionRules) {}

    /** @param conditionRules how many of them, in the order of findings, are of interest */
    private record Search(int conditionRules, boolean onPathway, Supposed supposed) {}

    OpenQuestions(
            Ruleset ruleset,
            RuleSettling rules,
            ConditionRules conditionRules,
            PathwayRules pathwayRules,
            DistinctAnswers distinctAnswers) {
        this.rules = rules;
        this.conditionRules = conditionRules;
        this.pathwayRules = pathwayRules;
        this.inOrderOfFindings = ConditionRules.inOrderOfFindings(ruleset.rules());
        for (Urgency urgency : Urgency.values()) {
            moreUrgent.put(
                    urgency,
                    new MoreUrgent(
                            countMoreUrgent(urgency, ruleset.rules()),
                            countMoreUrgent(urgency, ruleset.rules(RuleTable.Kind.CONDITION))));
        }
        this.ranks = IntStream.range(0, rules.size())
                .map(number -> inOrderOfFindings.indexOf(rules.rule(number).rule()))
                .toArray();
        List<Question> screened =
                ruleset.screen().stream().map(ScreenQuestion::question).toList();
        this.candidates = ruleset.vocabulary().questions().stream()
                .filter(question -> !question.required())
                .map(question -> candidate(question, screened.contains(question), distinctAnswers.whenOpen(question)))
                .filter(candidate -> candidate.answers().length > 0)
                .toArray(Candidate[]::new);
    }

    private static int countMoreUrgent(Urgency urgency, List<Rule> rules) {
        return (int) rules.stream()
                .filter(rule -> rule.urgency().isMoreUrgentThan(urgency))
                .count();
    }

    /** Of answers that are all alike to the rules, one is supposed; none that is like leaving the question open. */
    private Candidate candidate(Question question, boolean screened, int[] distinct) {
        List<Answer> answers = new ArrayList<>();
        for (int raw : distinct) {
            boolean onConditions = !conditionRules.areAlike(question, raw, Answers.UNANSWERED);
            boolean onPathway = !pathwayRules.areAlike(question, raw, Answers.UNANSWERED);
            boolean isNew = answers.stream()
                    .noneMatch(answer -> conditionRules.areAlike(question, raw, answer.raw())
                            && pathwayRules.areAlike(question, raw, answer.raw()));
            if (isNew && (onConditions || onPathway)) {
                answers.add(new Answer(raw, onConditions, onPathway));
            }
        }
        return new Candidate(question, screened, answers.toArray(Answer[]::new));
    }

    /**
     * The questions, the most dangerous first.
     *
     * @param findings what the decision found
     * @param screenFirst whether questions of the emergency screen go before all others
     */
    List<OpenQuestion> of(Evaluation evaluation, List<Finding> findings, boolean screenFirst) {
        Urgency urgency = findings.getFirst().urgency();
        MoreUrgent than = Objects.requireNonNull(moreUrgent.get(urgency));
        if (than.rules() == 0) {
            return List.of();
        }
        Search search = search(evaluation, findings.getFirst(), than);
        List<Ranked> raising = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!evaluation.isAnswered(candidate.question().index())) {
                int rank = mostDangerous(candidate, search);
                if (rank < than.rules()) {
                    raising.add(new Ranked(candidate.question(), screenFirst && candidate.screened(), rank));
                }
            }
        }
        raising.sort(Comparator.naturalOrder());
        List<OpenQuestion> questions = new ArrayList<>(raising.size());
        for (Ranked ranked : raising) {
            questions.add(question(ranked));
        }
        return questions;
    }

    /** Where the pathway decided, any condition rule that fires would, more urgent or not. */
    private Search search(Evaluation evaluation, Finding finding, MoreUrgent than) {
        boolean onPathway = pathwayRules.hasRule(finding.rule()) && pathwayRules.mightRaise(finding.urgency());
        return new Search(
                onPathway ? conditionRules.size() : than.conditionRules(), onPathway, new Supposed(rules, evaluation));
    }

    private int mostDangerous(Candidate candidate, Search search) {
        int most = NOTHING;
        for (Answer answer : candidate.answers()) {
            most = Math.min(most, rank(candidate.question(), answer, search));
        }
        return most;
    }

    private int rank(Question question, Answer answer, Search search) {
        if (answer.onConditions()) {
            int fired = conditionRules.newlyFiring(search.supposed(), question, answer.raw(), search.conditionRules());
            if (fired < search.conditionRules()) {
                return ranks[fired];
            }
        }
        if (answer.onPathway() && search.onPathway()) {
            int matched = pathwayRules.firstMatch(search.supposed(), question, answer.raw());
            return matched >= 0 ? ranks[matched] : NOTHING;
        }
        return NOTHING;
    }

    private OpenQuestion question(Ranked ranked) {
        Rule rule = inOrderOfFindings.get(ranked.rank());
        return new OpenQuestion(ranked.question().path(), rule.id(), rule.urgency());
    }

    private record Ranked(Question question, boolean ahead, int rank) implements Comparable<Ranked> {
        @Override
        public int compareTo(Ranked other) {
            return ahead == other.ahead ? Integer.compare(rank, other.rank) : ahead ? -1 : 1;
        }
    }
}
