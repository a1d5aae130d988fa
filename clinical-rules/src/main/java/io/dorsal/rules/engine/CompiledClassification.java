package io.dorsal.rules.engine;

import io.dorsal.rules.ruleset.Classification;
import java.util.List;

/** Finds the class that an assessment belongs to. */
final class CompiledClassification<C extends Enum<C>> {
    private final List<Classification.Case<C>> cases;
    private final Check[] checks;

    CompiledClassification(Classification<C> classification, CheckCompiler compiler) {
        this.cases = classification.cases();
        this.checks = cases.stream().map(one -> compiler.compile(one.when())).toArray(Check[]::new);
    }

    C classify(Evaluation evaluation) {
        for (int i = 0; i < cases.size() - 1; i++) {
            if (holds(checks[i], evaluation)) {
                return cases.get(i).name();
            }
        }
        return cases.getLast().name();
    }

    /** A class decides nothing about urgency, so one that cannot be evaluated is passed over. */
    private static boolean holds(Check check, Evaluation evaluation) {
        try {
            return check.holds(evaluation);
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }
}
