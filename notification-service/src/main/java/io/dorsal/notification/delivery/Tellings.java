package io.dorsal.notification.delivery;

import java.util.Collection;
import java.util.List;

/** What was told while the database was away, until the database knows. */
public interface Tellings {

    /**
     * Lists what the database may not know yet, attempts under way included; until {@link #resume} no further attempt
     * begins. Called within a transaction in which the database has answered already.
     */
    List<Telling> pause();

    /** Lets attempts begin again, should they still be needed. Follows each pause, with what the database knows now. */
    void resume(Collection<Telling> known);
}
