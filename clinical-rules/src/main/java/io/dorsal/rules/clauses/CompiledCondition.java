package io.dorsal.rules.clauses;

import io.dorsal.rules.ruleset.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition made ready for a table: it is met where its clauses and the rest are.
 *
 * @param rest what clauses cannot say
 */
record CompiledCondition(Slots slots, Optional<Condition> rest) {

    static CompiledCondition of(Condition condition, Normalizing normalizing, Columns columns) {
        List<Normal> parts = new ArrayList<>();
        List<Condition> rest = new ArrayList<>();
        for (Condition part : Normalizing.conjuncts(condition)) {
            Normal normal = normalizing.of(part, true);
            if (normal.exact()) {
                parts.add(normal);
            } else {
                parts.add(new Normal(worthwhile(normal.clauses(), columns), false));
                rest.add(part);
            }
        }
        Slots slots = Slots.of(Normal.all(parts).clauses(), columns);
        return new CompiledCondition(slots, slots.complete() ? together(rest) : Optional.of(condition));
    }

    /** What is evaluated anyway need not be said in clauses that most assessments meet. */
    private static List<Clause> worthwhile(List<Clause> clauses, Columns columns) {
        return clauses.stream().filter(clause -> columns.share(clause) < 1).toList();
    }

    private static Optional<Condition> together(List<Condition> rest) {
        return switch (rest.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(rest.getFirst());
            default -> Optional.of(new Condition.AllOf(rest));
        };
    }
}
