package io.dorsal.rules.ruleset;

import org.jspecify.annotations.Nullable;

/**
 * A source that a rule rests on.
 *
 * @param source id of a source, or of a part of one
 * @param purpose what it is cited for, where that is not the whole rule
 */
public record Citation(String source, @Nullable String purpose) {}
