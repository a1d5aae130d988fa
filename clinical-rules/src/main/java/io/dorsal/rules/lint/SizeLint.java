package io.dorsal.rules.lint;

import io.dorsal.rules.ruleset.Advice;
import io.dorsal.rules.ruleset.Classification;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.ruleset.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees to it that no condition is large. Conditions are finite trees, so this bounds the time that a rule takes, and the
 * same way on every machine and under any load. What is too large is put aside: looking into it might not end.
 */
final class SizeLint {
    /** Nine times the largest rule of the first edition; evaluated in some ten microseconds. */
    static final int MOST_PARTS = 500;

    private final List<Defect> defects = new ArrayList<>();
    private final Set<String> oversized = new HashSet<>();
    private final Unread before;
    private final Ruleset remaining;

    private SizeLint(Ruleset ruleset, Unread before) {
        this.before = before;
        this.remaining = remaining(ruleset);
    }

    static SizeLint of(Ruleset ruleset, Unread before) {
        return new SizeLint(ruleset, before);
    }

    List<Defect> defects() {
        return defects;
    }

    /** The ruleset with something small in place of what is too large. */
    Ruleset remaining() {
        return remaining;
    }

    /** What was not read, and what is put aside. */
    Unread unread() {
        Set<String> all = new HashSet<>(before.conditions());
        all.addAll(oversized);
        return new Unread(before.files(), all);
    }

    private Ruleset remaining(Ruleset ruleset) {
        return new Ruleset(
                ruleset.version(),
                ruleset.status(),
                ruleset.title(),
                ruleset.hash(),
                ruleset.vocabulary(),
                ruleset.tables().stream()
                        .map(table -> table.with(table.rules().stream()
                                .map(rule -> rule.under(small(table.file(), rule.id(), rule.id(), rule.when())))
                                .toList()))
                        .toList(),
                ruleset.numbers(),
                ruleset.terms().stream().map(this::small).toList(),
                ruleset.screen().stream().map(this::small).toList(),
                small(ruleset.durationClasses(), "class"),
                small(ruleset.patterns(), "pattern"),
                ruleset.urgencies(),
                ruleset.queues(),
                ruleset.sources(),
                ruleset.conflicts(),
                ruleset.advice().stream().map(this::small).toList());
    }

    private Term small(Term term) {
        String name = "term " + term.name();
        return new Term(term.name(), term.means(), small("terms.yaml", name, name, term.when()));
    }

    private ScreenQuestion small(ScreenQuestion asked) {
        return new ScreenQuestion(
                asked.question(), small("ruleset.yaml", "screen " + asked.question(), "screen", asked.when()));
    }

    private <C extends Enum<C>> Classification<C> small(Classification<C> classes, String what) {
        return new Classification<>(classes.cases().stream()
                .map(one -> {
                    String name = what + " " + one.name();
                    return new Classification.Case<>(one.name(), small("ruleset.yaml", name, name, one.when()));
                })
                .toList());
    }

    private Advice small(Advice advice) {
        String name = "advice " + advice.id();
        return advice.under(small("advice.yaml", name, name, advice.answers()));
    }

    private Condition small(String file, String what, String unread, Condition condition) {
        if (Conditions.size(condition, MOST_PARTS) <= MOST_PARTS) {
            return condition;
        }
        defects.add(new Defect(file, what, "its condition has more than " + MOST_PARTS + " parts, terms written out"));
        oversized.add(unread);
        return new Condition.Always();
    }
}
