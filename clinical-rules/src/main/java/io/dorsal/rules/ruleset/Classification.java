package io.dorsal.rules.ruleset;

import java.util.List;

/** Classes in order; the first whose condition is met is the one, and the last one's always is. */
public record Classification<C extends Enum<C>>(List<Case<C>> cases) {
    public Classification {
        cases = List.copyOf(cases);
    }

    /** One class and when it applies. */
    public record Case<C extends Enum<C>>(C name, Condition when) {}
}
