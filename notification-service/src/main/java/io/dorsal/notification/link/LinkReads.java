package io.dorsal.notification.link;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import java.util.Optional;
import java.util.UUID;

/** Reads for whoever may know no more of an alert than a message tells. */
public interface LinkReads {

    /** An alert as it stands. */
    Optional<Alert> find(AlertId id);

    /** Whether an alert was acknowledged by the link in this delivery. */
    boolean isUsed(UUID delivery);
}
