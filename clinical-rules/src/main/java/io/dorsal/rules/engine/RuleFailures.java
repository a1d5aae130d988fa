package io.dorsal.rules.engine;

/** Hears why a rule could not be evaluated, of which the decision says only that it was so. */
@FunctionalInterface
public interface RuleFailures {

    /**
     * Hears of one failure; what this throws ends the deciding.
     *
     * @param failure its message may quote answers
     */
    void failed(String rule, Throwable failure);
}
