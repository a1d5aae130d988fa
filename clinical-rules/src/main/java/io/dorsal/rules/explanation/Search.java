package io.dorsal.rules.explanation;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.vocabulary.Question;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the smallest sets of changes that reach a goal. Each requirement is put to the engine itself: what is found is
 * true, since it was tried. Where it does not reach the goal, the rule that stands in the way tells what else is required.
 * Cheaper requirements go first, so the first sets found are the smallest.
 */
final class Search {
    /** Bounds the time for any ruleset and any answers; decisions of the first edition need some dozens. */
    private static final int MOST_TRIED = 500;

    private static final int MOST_FOUND = 100;

    private final TriageEngine engine;
    private final Choices choices;
    private final @Nullable Integer earlierAssessments;

    /**
     * Changes that reach the goal.
     *
     * @param changes raw number by index of the question
     */
    record Found(SortedMap<Integer, Integer> changes, List<Finding> findings) {}

    /**
     * What came of a search.
     *
     * @param found all sets of the smallest size that were found, in a fixed order
     * @param complete whether there is no other; else the search gave up, and there may be
     */
    record Result(List<Found> found, boolean complete) {}

    Search(TriageEngine engine, Choices choices, @Nullable Integer earlierAssessments) {
        this.engine = engine;
        this.choices = choices;
        this.earlierAssessments = earlierAssessments;
    }

    Result smallest(Goal goal) {
        PriorityQueue<Queued> queue = new PriorityQueue<>();
        Set<Requirement> known = new HashSet<>();
        enqueue(goal.starts(), queue, known);
        Map<SortedMap<Integer, Integer>, Found> found = new LinkedHashMap<>();
        int size = Integer.MAX_VALUE;
        for (int tried = 0; tried < MOST_TRIED && found.size() < MOST_FOUND; tried++) {
            Queued next = queue.poll();
            if (next == null || next.cost() > size) {
                return new Result(List.copyOf(found.values()), true);
            }
            SortedMap<Integer, Integer> changes = nearest(next.requirement());
            List<Finding> findings = engine.findings(changed(changes), earlierAssessments);
            if (goal.isReached(findings)) {
                size = next.cost();
                found.putIfAbsent(changes, new Found(changes, findings));
            } else {
                enqueue(goal.next(next.requirement(), findings), queue, known);
            }
        }
        return new Result(List.copyOf(found.values()), queue.isEmpty());
    }

    private static void enqueue(List<Requirement> requirements, PriorityQueue<Queued> queue, Set<Requirement> known) {
        for (Requirement requirement : requirements) {
            if (known.add(requirement)) {
                queue.add(new Queued(requirement.cost(), known.size(), requirement));
            }
        }
    }

    private SortedMap<Integer, Integer> nearest(Requirement requirement) {
        SortedMap<Integer, Integer> changes = new TreeMap<>();
        requirement.changes().forEach((question, mask) -> changes.put(question, choices.nearest(question, mask)));
        return changes;
    }

    private Answers changed(SortedMap<Integer, Integer> changes) {
        List<Question> questions = choices.answers().vocabulary().questions();
        Answers.Builder changed = choices.answers().toBuilder();
        changes.forEach((question, raw) -> changed.setRaw(questions.get(question), raw));
        return changed.build();
    }

    private record Queued(int cost, int number, Requirement requirement) implements Comparable<Queued> {
        private static final Comparator<Queued> ORDER =
                Comparator.comparingInt(Queued::cost).thenComparingInt(Queued::number);

        @Override
        public int compareTo(Queued other) {
            return ORDER.compare(this, other);
        }
    }
}
