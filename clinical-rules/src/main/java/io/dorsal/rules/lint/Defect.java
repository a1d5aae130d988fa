package io.dorsal.rules.lint;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a ruleset.
 *
 * @param file where it stands
 * @param rule the rule it concerns; null where it concerns none
 */
public record Defect(String file, @Nullable String rule, String reason) {

    @Override
    public String toString() {
        return file + (rule == null ? "" : ", " + rule) + ": " + reason;
    }
}
