package io.dorsal.platform.replay;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.decision.UrgencyChange;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a replay counts. Its size depends on the rulesets, and not on how many assessments there are. */
final class Tally {

    private final SortedMap<Transition, Long> transitions = new TreeMap<>();
    private final Map<Responsible, Long> rules = new HashMap<>();
    private final SortedMap<String, Long> failedRules = new TreeMap<>();
    private long compared;
    private long otherRules;
    private long synthetic;
    private long unreadable;
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** The rule that accounts for a change before all others. */
    record Responsible(String rule, Transition transition) {}

    void compared(Instant receivedAt) {
        compared++;
        first = first == null || receivedAt.isBefore(first) ? receivedAt : first;
        last = last == null || receivedAt.isAfter(last) ? receivedAt : last;
    }

    void changed(UrgencyChange change) {
        Transition transition = Transition.of(change);
        transitions.merge(transition, 1L, Long::sum);
        rules.merge(new Responsible(change.rule(), transition), 1L, Long::sum);
    }

    void sameUrgencyByOtherRules() {
        otherRules++;
    }

    void ruleFailed(String rule) {
        failedRules.merge(rule, 1L, Long::sum);
    }

    void synthetic() {
        synthetic++;
    }

    void unreadable() {
        unreadable++;
    }

    /** Assessments that both rulesets decided. */
    long comparedCases() {
        return compared;
    }

    long changedCases() {
        return count(_ -> true);
    }

    long loweredCases() {
        return count(Transition::isLowered);
    }

    long loweredEmergencies() {
        return count(transition -> transition.isLowered() && transition.from() == Urgency.EMERGENCY);
    }

    long otherRulesCases() {
        return otherRules;
    }

    long syntheticCases() {
        return synthetic;
    }

    long unreadableRecords() {
        return unreadable;
    }

    /** When the first of them was received. */
    @Nullable
    Instant firstReceivedAt() {
        return first;
    }

    /** When the last of them was received. */
    @Nullable
    Instant lastReceivedAt() {
        return last;
    }

    /** From what to what, the most urgent first. */
    SortedMap<Transition, Long> transitions() {
        return Collections.unmodifiableSortedMap(transitions);
    }

    /** Which rules are responsible, the one of most cases first. */
    List<Map.Entry<Responsible, Long>> responsibleRules() {
        return rules.entrySet().stream()
                .sorted(Map.Entry.<Responsible, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().rule())
                        .thenComparing(entry -> entry.getKey().transition(), Comparator.naturalOrder()))
                .toList();
    }

    /** Rules of the candidate that could not be evaluated, each with the number of assessments. */
    SortedMap<String, Long> failedRules() {
        return Collections.unmodifiableSortedMap(failedRules);
    }

    private long count(Predicate<Transition> which) {
        return transitions.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
