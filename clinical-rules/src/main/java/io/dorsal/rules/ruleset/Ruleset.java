package io.dorsal.rules.ruleset;

import io.dorsal.rules.decision.DurationClass;
import io.dorsal.rules.decision.Pattern;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that decides and explains, in one version.
 *
 * @param hash SHA-256 over the data in canonical form, vocabulary included, hexadecimal
 * @param tables in order of precedence among findings of equal urgency
 * @param screen the emergency screen, in the order in which open questions are listed
 */
public record Ruleset(
        String version,
        Status status,
        String title,
        String hash,
        Vocabulary vocabulary,
        List<RuleTable> tables,
        List<DerivedNumber> numbers,
        List<Term> terms,
        List<ScreenQuestion> screen,
        Classification<DurationClass> durationClasses,
        Classification<Pattern> patterns,
        Map<Urgency, UrgencyPolicy> urgencies,
        Map<Queue, String> queues,
        List<Source> sources,
        List<ConflictNote> conflicts,
        List<Advice> advice) {
    public Ruleset {
        tables = List.copyOf(tables);
        numbers = List.copyOf(numbers);
        terms = List.copyOf(terms);
        screen = List.copyOf(screen);
        urgencies = Collections.unmodifiableMap(new LinkedHashMap<>(urgencies));
        queues = Collections.unmodifiableMap(new LinkedHashMap<>(queues));
        sources = List.copyOf(sources);
        conflicts = List.copyOf(conflicts);
        advice = List.copyOf(advice);
    }

    /** Where a ruleset stands in its life. */
    public enum Status {
        /** Being worked on: it is compared with the one that decides, and decides nothing. */
        DRAFT,
        /** Released: it may decide. */
        ACTIVE,
        /** Decided once: past assessments may be replayed with it, and nothing else. */
        RETIRED;

        /** Whether such a ruleset may decide. */
        public boolean mayDecide() {
            return this == ACTIVE;
        }

        /** Whether such a ruleset may be compared, on assessments as they come, with the one that decides. */
        public boolean mayBeCandidate() {
            return this != RETIRED;
        }
    }

    /** The same ruleset with other tables. */
    public Ruleset withTables(List<RuleTable> newTables) {
        return with(version, hash, newTables, urgencies);
    }

    /** The same ruleset under this hash. */
    public Ruleset withHash(String newHash) {
        return with(version, newHash, tables, urgencies);
    }

    /** The same ruleset, deciding otherwise. */
    public Ruleset with(
            String newVersion, String newHash, List<RuleTable> newTables, Map<Urgency, UrgencyPolicy> newUrgencies) {
        return new Ruleset(
                newVersion,
                status,
                title,
                newHash,
                vocabulary,
                newTables,
                numbers,
                terms,
                screen,
                durationClasses,
                patterns,
                newUrgencies,
                queues,
                sources,
                conflicts,
                advice);
    }

    /** Rules of that kind, in order of precedence. */
    public List<Rule> rules(RuleTable.Kind kind) {
        return tables.stream()
                .filter(table -> table.kind() == kind)
                .flatMap(table -> table.rules().stream())
                .toList();
    }

    /** Every rule, in order of precedence. */
    public List<Rule> rules() {
        return tables.stream().flatMap(table -> table.rules().stream()).toList();
    }

    /** What rules and emergency screen ask for; terms and referred rules are not followed. */
    public Stream<Condition> conditions() {
        return Stream.concat(
                tables.stream().flatMap(table -> table.rules().stream()).map(Rule::when),
                screen.stream().map(ScreenQuestion::when));
    }

    /** The rule with that id. */
    public Optional<Rule> rule(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The source that the id names, as a whole or by one of its parts. */
    public Optional<Source> source(String id) {
        return sources.stream()
                .filter(source -> Stream.concat(Stream.of(source.id()), source.parts().keySet().stream())
                        .anyMatch(id::equals))
                .findFirst();
    }
}
