package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.OpenQuestion;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.DistinctAnswers;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the unanswered questions of which a single answer would raise the urgency, by supposing each answer that the rules
 * tell apart. Of the condition rules only those that an answer may affect are evaluated anew.
 */
final class OpenQuestions {
    private final ConditionRules conditionRules;
    private final PathwayRules pathwayRules;
    private final List<Candidate> candidates;
    private final Map<String, Integer> ranks = new HashMap<>();

    /** A question that may be unanswered, with what each answer that rules tell apart may change. */
    private record Candidate(Question question, boolean screened, List<Effect> effects) {}

    /** @param rules indexes of the condition rules that may come out otherwise */
    private record Effect(int raw, int[] rules, Optional<Urgency> mostUrgent) {
        boolean mayRaise(Urgency urgency) {
            return mostUrgent.isPresent() && mostUrgent.get().isMoreUrgentThan(urgency);
        }
    }

    OpenQuestions(
            Ruleset ruleset,
            ConditionRules conditionRules,
            PathwayRules pathwayRules,
            DistinctAnswers distinctAnswers) {
        this.conditionRules = conditionRules;
        this.pathwayRules = pathwayRules;
        ConditionRules.inOrderOfFindings(ruleset.rules()).forEach(rule -> ranks.putIfAbsent(rule.id(), ranks.size()));
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

    private Effect effect(Question question, int raw) {
        int[] rules = conditionRules.affectedBy(question, raw);
        return new Effect(
                raw,
                rules,
                IntStream.of(rules).mapToObj(conditionRules::urgency).min(Comparator.naturalOrder()));
    }

    /**
     * The questions, the most dangerous first.
     *
     * @param findings what the decision found
     * @param screenFirst whether questions of the emergency screen go before all others
     */
    List<OpenQuestion> of(Evaluation evaluation, List<Finding> findings, boolean screenFirst) {
        Urgency urgency = findings.getFirst().urgency();
        if (urgency == Urgency.EMERGENCY) {
            return List.of();
        }
        boolean onPathway = pathwayRules.hasRule(findings.getFirst().rule()) && pathwayRules.mightRaise(urgency);
        List<Ranked> raising = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!evaluation.isAnswered(candidate.question().index())) {
                mostDangerous(candidate, evaluation, urgency, onPathway)
                        .map(rule -> rank(candidate, rule, screenFirst))
                        .ifPresent(raising::add);
            }
        }
        raising.sort(Comparator.naturalOrder());
        return raising.stream().map(Ranked::question).toList();
    }

    private Optional<Rule> mostDangerous(
            Candidate candidate, Evaluation evaluation, Urgency urgency, boolean onPathway) {
        Optional<Rule> most = Optional.empty();
        for (Effect effect : candidate.effects()) {
            if (onPathway || effect.mayRaise(urgency)) {
                Evaluation supposed =
                        evaluation.supposingAnswer(candidate.question().index(), effect.raw());
                Optional<Rule> fired = conditionRules.newlyFiring(effect.rules(), supposed, evaluation);
                if (fired.isEmpty() && onPathway) {
                    fired = pathwayRules.firstMatch(supposed);
                }
                most = first(most, fired.filter(rule -> rule.urgency().isMoreUrgentThan(urgency)));
            }
        }
        return most;
    }

    private Optional<Rule> first(Optional<Rule> one, Optional<Rule> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return rank(one.get()) <= rank(other.get()) ? one : other;
    }

    private int rank(Rule rule) {
        return ranks.getOrDefault(rule.id(), ranks.size());
    }

    private Ranked rank(Candidate candidate, Rule rule, boolean screenFirst) {
        OpenQuestion question = new OpenQuestion(candidate.question().path(), rule.id(), rule.urgency());
        return new Ranked(question, screenFirst && candidate.screened(), rank(rule));
    }

    private record Ranked(OpenQuestion question, boolean ahead, int rank) implements Comparable<Ranked> {
        @Override
        public int compareTo(Ranked other) {
            return ahead == other.ahead ? Integer.compare(rank, other.rank) : ahead ? -1 : 1;
        }
    }
}
