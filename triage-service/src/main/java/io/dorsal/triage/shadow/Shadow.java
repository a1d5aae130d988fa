package io.dorsal.triage.shadow;

/**
 * Hears what was decided, for a candidate to be compared with. Hearing takes no time and throws nothing, whatever becomes of
 * the comparison.
 */
@FunctionalInterface
public interface Shadow {

    /** There is no candidate. */
    Shadow NONE = _ -> {};

    /** Hears of one decision. */
    void decided(DecidedAssessment one);
}
