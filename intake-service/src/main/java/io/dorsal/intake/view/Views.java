package io.dorsal.intake.view;

import java.util.Collection;
import java.util.List;

/** Keeps the views. */
public interface Views {

    /**
     * Folds facts into the views of their assessments: all of them in one transaction, or none.
     *
     * @return the views that the facts have changed
     * @throws ContradictoryOriginException where a fact names another clinic than is known for its assessment
     */
    List<Change> fold(Collection<? extends Fact> facts);
}
