package io.dorsal.rules.engine;

import io.dorsal.rules.ruleset.Rule;

/** Makes the checks of rules; tests put their own in the place of one. */
interface CheckSource {

    Check check(Rule rule);

    /** Whether the check is made of the rule's own condition, so that the condition tells when it can hold. */
    boolean isOwn(Rule rule);

    /** Compiles every rule's own condition. */
    record Compiled(CheckCompiler compiler) implements CheckSource {
        @Override
        public Check check(Rule rule) {
            return compiler.compile(rule.when());
        }

        @Override
        public boolean isOwn(Rule rule) {
            return true;
        }
    }
}
