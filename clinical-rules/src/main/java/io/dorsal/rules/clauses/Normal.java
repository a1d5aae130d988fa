package io.dorsal.rules.clauses;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition in conjunctive normal form, or what of it can be said so.
 *
 * @param clauses all of them are met where the condition is
 * @param exact whether the condition is met wherever all of them are
 */
record Normal(List<Clause> clauses, boolean exact) {
    private static final int MOST_CLAUSES = 16;

    static final Normal ALWAYS = new Normal(List.of(), true);
    static final Normal NEVER = new Normal(List.of(Clause.NEVER), true);
    static final Normal UNKNOWN = new Normal(List.of(), false);

    static Normal of(Clause clause) {
        return new Normal(List.of(clause), true);
    }

    /** Where all are met. */
    static Normal all(List<Normal> parts) {
        List<Clause> clauses = new ArrayList<>();
        parts.forEach(part -> part.clauses().forEach(clause -> add(clause, clauses)));
        return new Normal(clauses, parts.stream().allMatch(Normal::exact));
    }

    /** Where one is met: every combination of their clauses, so some are left out where those would be too many. */
    static Normal any(List<Normal> parts) {
        Normal any = NEVER;
        for (Normal part : parts) {
            boolean tooMany = any.clauses().size() * part.clauses().size() > MOST_CLAUSES;
            any = any.or(tooMany ? new Normal(part.clauses().subList(0, 1), false) : part);
        }
        return any;
    }

    private Normal or(Normal other) {
        List<Clause> combined = new ArrayList<>();
        for (Clause one : clauses) {
            other.clauses.forEach(another -> add(one.or(another), combined));
        }
        return new Normal(combined, exact && other.exact);
    }

    private static void add(Clause clause, List<Clause> clauses) {
        if (clauses.stream().noneMatch(there -> there.implies(clause))) {
            clauses.removeIf(clause::implies);
            clauses.add(clause);
        }
    }
}
