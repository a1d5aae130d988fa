package io.dorsal.intake.view;

import java.util.UUID;

/** What was accepted, and may not be in the view yet: by another instance, while the database was away. */
public interface Arrivals {

    /**
     * Whether this assessment may be among it. If not, and nobody accepts it from now on, the view has it from now on or
     * never.
     */
    boolean mayInclude(UUID assessmentId);
}
