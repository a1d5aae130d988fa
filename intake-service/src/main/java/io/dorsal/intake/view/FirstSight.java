package io.dorsal.intake.view;

import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.Submitted;

/** Shows a submission as soon as it is accepted, on every instance. */
public interface FirstSight {

    /**
     * Shows it if the store is quick enough; the topics show it in any case. Never fails.
     *
     * @param requestHash of the whole body: its id is reserved for that, should nobody have done so yet
     */
    void show(Submitted submitted, Referenced referenced, String requestHash);
}
