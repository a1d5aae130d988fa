package io.dorsal.rules.explanation;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Counterfactual;
import io.dorsal.rules.decision.Counterfactual.Change;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Explanation;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.DistinctAnswers;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Explains decisions of one engine. The same answers have the same explanation. Safe for use by several threads. */
public final class Explaining {
    private static final int UNKNOWN = -1;

    private final TriageEngine engine;
    private final DistinctAnswers distinct;

    public Explaining(TriageEngine engine) {
        this.engine = engine;
        this.distinct = engine.distinctAnswers();
    }

    /**
     * Everything that speaks for and against the decision.
     *
     * @param decision what the engine decided on these answers and this count
     * @param earlierAssessments null: not known
     */
    public Explanation explain(Decision decision, Answers answers, @Nullable Integer earlierAssessments) {
        return new Explanation(
                decision,
                new OpenRules(engine, distinct, answers, earlierAssessments).outcomes(),
                counterfactuals(decision, answers, earlierAssessments));
    }

    private List<Counterfactual> counterfactuals(
            Decision decision, Answers answers, @Nullable Integer earlierAssessments) {
        Choices choices = Choices.of(answers, distinct, _ -> true);
        int count = Objects.requireNonNullElse(earlierAssessments, UNKNOWN);
        Goals goals = new Goals(engine.ruleset(), choices, count);
        Search search = new Search(engine, choices, earlierAssessments);
        List<Counterfactual> counterfactuals = new ArrayList<>();
        counterfactuals.addAll(
                counterfactuals(search.smallest(goals.above(decision.urgency())).found(), answers));
        counterfactuals.addAll(
                counterfactuals(search.smallest(goals.below(decision.urgency())).found(), answers));
        return counterfactuals;
    }

    private static List<Counterfactual> counterfactuals(List<Search.Found> found, Answers answers) {
        return found.stream()
                .map(one -> new Counterfactual(
                        one.changes().entrySet().stream()
                                .map(change -> change(
                                        answers.vocabulary().questions().get(change.getKey()),
                                        answers,
                                        change.getValue()))
                                .toList(),
                        one.findings().getFirst().urgency()))
                .sorted(Comparator.comparing(Counterfactual::urgency))
                .toList();
    }

    private static Change change(Question question, Answers answers, int to) {
        return new Change(
                question.path(),
                answers.value(question).orElse(null),
                question.type().value(to));
    }
}
