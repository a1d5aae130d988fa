package io.dorsal.rules.ruleset;

/** A condition that is named once and used by many rules. */
public record Term(String name, String means, Condition when) {}
