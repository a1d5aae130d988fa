package io.dorsal.notification.delivery;

import io.dorsal.notification.alert.AlertId;
import java.util.Collection;
import java.util.List;

/** What was told while the database was away, until the database knows. */
public interface Tellings {

    /** True if a channel has accepted this delivery, or may just be doing so. */
    boolean isTold(DeliveryId delivery);

    /** True while there is something that the database may not know. */
    boolean areUnknown();

    /**
     * Lists what the database may not know yet, attempts under way included; until {@link #resume} no further attempt
     * begins for some seconds. Called within a transaction in which the database has answered already.
     */
    List<Telling> pause();

    /** Somebody has taken the alert: it is not told any further. */
    void stop(AlertId alert);

    /** Lets attempts begin again, should they still be needed. Follows each pause, with what the database knows now. */
    void resume(Collection<Telling> known);
}
