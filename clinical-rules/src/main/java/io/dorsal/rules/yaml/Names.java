package io.dorsal.rules.yaml;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.ruleset.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What conditions may call by name: terms, derived numbers, lists. */
final class Names {
    private final List<Term> terms = new ArrayList<>();
    private final List<DerivedNumber> numbers = new ArrayList<>();
    private final Map<String, List<Condition>> lists = new HashMap<>();
    private final Set<String> unread = new HashSet<>();
    private boolean whole = true;

    /** Notes that no name could be read at all. */
    void unreadAll() {
        whole = false;
    }

    /** Whether all names there are could be read, so that any other is unknown. */
    boolean isWhole() {
        return whole;
    }

    /** Notes that something stands in for what the name means. */
    void unread(String name) {
        unread.add(name);
    }

    /** Whether the name means what was written. */
    boolean isRead(String name) {
        return !unread.contains(name);
    }

    /** Names of derived numbers alone. */
    static Names ofNumbers(List<DerivedNumber> numbers) {
        Names names = new Names();
        names.numbers.addAll(numbers);
        return names;
    }

    void add(Term term, Entry entry) {
        if (term(term.name()) != null) {
            entry.defect("duplicate term: " + term.name());
        }
        terms.add(term);
    }

    void add(DerivedNumber number, Entry entry) {
        if (number(number.name()) != null) {
            entry.defect("duplicate number: " + number.name());
        }
        numbers.add(number);
    }

    void add(String name, List<Condition> list, Entry entry) {
        if (lists.put(name, list) != null) {
            entry.defect("duplicate list: " + name);
        }
    }

    @Nullable
    Term term(String name) {
        return terms.stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    DerivedNumber number(String name) {
        return numbers.stream()
                .filter(number -> number.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    List<Condition> list(String name, Entry entry) {
        List<Condition> list = lists.get(name);
        if (list == null) {
            if (whole) {
                entry.defect("unknown list: " + name);
            }
            entry.unreadCondition();
            return List.of();
        }
        return list;
    }

    List<Term> terms() {
        return terms;
    }

    List<DerivedNumber> numbers() {
        return numbers;
    }
}
