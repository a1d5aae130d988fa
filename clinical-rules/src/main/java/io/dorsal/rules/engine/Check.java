package io.dorsal.rules.engine;

/** A condition made ready to be evaluated. */
interface Check {

    boolean holds(Evaluation evaluation);

    /**
     * Adds the indexes of the questions that decided the outcome, an unanswered one included where that counts.
     *
     * @param held what {@link #holds} returned for the same evaluation
     */
    void cite(Evaluation evaluation, boolean held, Cited cited);
}
