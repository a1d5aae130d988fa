package io.dorsal.rules.decision;

/** What kind of pain it looks like. */
public enum Pattern {
    INFLAMMATORY,
    RADICULAR,
    MECHANICAL,
    UNCLASSIFIED
}
