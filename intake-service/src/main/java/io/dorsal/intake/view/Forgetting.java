package io.dorsal.intake.view;

import java.util.UUID;

/** Forgets what this process remembers of an assessment beside the store. */
public interface Forgetting {

    /** The patient of this assessment was erased. */
    void forget(UUID assessmentId);
}
