package io.dorsal.rules.decision;

/** How long the pain has lasted; source S4 names the classes, the ruleset holds the cut-offs. */
public enum DurationClass {
    ACUTE,
    SUBACUTE,
    CHRONIC
}
