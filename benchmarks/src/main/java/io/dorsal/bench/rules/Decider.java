package io.dorsal.bench.rules;

/** Decides assessments that it was given beforehand, each in the form that suits it. Not for use by several threads. */
public interface Decider {

    /** Decides the assessment at this place as the decider does in earnest; this is what is measured. */
    Object decide(int assessment);

    /** The verdict that a decision of this decider stands for. */
    default Verdict verdict(Object decision) {
        return (Verdict) decision;
    }
}
