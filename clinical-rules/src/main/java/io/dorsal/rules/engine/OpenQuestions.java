package io.dorsal.rules.engine;

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
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Finds the unanswered questions of which a single answer would raise the urgency, by supposing each answer that the rules
 * tell apart. Of the condition rules only those that an answer may affect are evaluated anew.
 */
final class OpenQuestions {
    private final ConditionRules conditionRules;
    private final PathwayRules pathwayRules;
    private final List<Rule> inOrderOfFindings;
    private final int[] ranksOfConditionRules;
    private final int[] ranksOfPathwayRules;
    private final List<Candidate> candidates;

    /** A question that may be unanswered, with what each answer that rules tell apart may change. */
    private record Candidate(Question question, boolean screened, List<Effect> effects) {}

    /**
     * What an answer may change.
     *
     * @param rules indexes of the condition rules that may come out otherwise
     * @param firstRank that of the most urgent of them
     */
    private record Effect(int raw, int[] rules, int firstRank, boolean onPathway) {}

    OpenQuestions(
            Ruleset ruleset,
            ConditionRules conditionRules,
            PathwayRules pathwayRules,
            DistinctAnswers distinctAnswers) {
        this.conditionRules = conditionRules;
        this.pathwayRules = pathwayRules;
        this.inOrderOfFindings = ConditionRules.inOrderOfFindings(ruleset.rules());
        this.ranksOfConditionRules =
                ranks(ruleset.rules(RuleTable.Kind.CONDITION).size(), conditionRules::rule);
        this.ranksOfPathwayRules = ranks(ruleset.rules(RuleTable.Kind.PATHWAY).size(), pathwayRules::rule);
        List<Question> screened =
                ruleset.screen().stream().map(ScreenQuestion::question).toList();
        this.candidates = ruleset.vocabulary().questions().stream()
                .filter(question -> !question.required())
                .map(question -> new Candidate(
                        question,
                        screened.contains(question),
                        IntStream.of(distinctAnswers.whenOpen(question))
                                .mapToObj(raw -> effect(question, raw))
                                .toList()))
                .toList();
    }

    private int[] ranks(int rules, IntFunction<Rule> rule) {
        return IntStream.range(0, rules)
                .map(index -> inOrderOfFindings.indexOf(rule.apply(index)))
                .toArray();
    }

    private Effect effect(Question question, int raw) {
        int[] rules = conditionRules.affectedBy(question, raw);
        int firstRank = IntStream.of(rules)
                .map(rule -> ranksOfConditionRules[rule])
                .min()
                .orElse(Integer.MAX_VALUE);
        return new Effect(raw, rules, firstRank, pathwayRules.mayBeAffectedBy(question, raw));
    }

    /**
     * The questions, the most dangerous first.
     *
     * @param findings what the decision found
     * @param screenFirst whether questions of the emergency screen go before all others
     */
    List<OpenQuestion> of(Evaluation evaluation, List<Finding> findings, boolean screenFirst) {
        Urgency urgency = findings.getFirst().urgency();
        int moreUrgent = countMoreUrgent(urgency);
        if (moreUrgent == 0) {
            return List.of();
        }
        boolean onPathway = pathwayRules.hasRule(findings.getFirst().rule()) && pathwayRules.mightRaise(urgency);
        List<Ranked> raising = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!evaluation.isAnswered(candidate.question().index())) {
                int rank = mostDangerous(candidate, evaluation, moreUrgent, onPathway);
                if (rank < moreUrgent) {
                    raising.add(new Ranked(candidate.question(), screenFirst && candidate.screened(), rank));
                }
            }
        }
        raising.sort(Comparator.naturalOrder());
        return raising.stream().map(this::question).toList();
    }

    /** How many rules, in the order of findings, go before those of this urgency. */
    private int countMoreUrgent(Urgency urgency) {
        int count = 0;
        while (count < inOrderOfFindings.size()
                && inOrderOfFindings.get(count).urgency().isMoreUrgentThan(urgency)) {
            count++;
        }
        return count;
    }

    private int mostDangerous(Candidate candidate, Evaluation evaluation, int moreUrgent, boolean onPathway) {
        int most = Integer.MAX_VALUE;
        for (Effect effect : candidate.effects()) {
            boolean pathway = onPathway && effect.onPathway();
            if (pathway || effect.firstRank() < moreUrgent) {
                Evaluation supposed =
                        evaluation.supposingAnswer(candidate.question().index(), effect.raw());
                most = Math.min(most, rank(effect, supposed, evaluation, pathway));
            }
        }
        return most;
    }

    private int rank(Effect effect, Evaluation supposed, Evaluation evaluation, boolean pathway) {
        int fired = conditionRules.newlyFiring(effect.rules(), supposed, evaluation);
        if (fired >= 0) {
            return ranksOfConditionRules[fired];
        }
        int matched = pathway ? pathwayRules.firstMatch(supposed) : -1;
        return matched >= 0 ? ranksOfPathwayRules[matched] : Integer.MAX_VALUE;
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
