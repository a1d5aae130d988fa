package io.dorsal.notification.reading;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.Sight;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads alerts for people; what is out of their sight does not exist for them. */
public interface AlertReads {

    /** A page of alerts, newest first, and one more if there are more. */
    List<Alert> list(AlertFilter filter, Sight sight);

    /** One alert with all that belongs to it. That it was read, and by whom, is written down with the reading. */
    Optional<AlertRead> read(AlertId id, Sight sight);

    /** Who was told of these alerts, and how; without anything of the patient, and so without being written down. */
    List<TellingRead> tellings(Collection<AlertId> ids, Sight sight);

    /** The number of the latest change. */
    long latestChange();

    /** Changes after the one of this number, in the order of their commits, each with its alert as it is now. */
    List<LoggedChange> changesAfter(long number, Sight sight, int atMost);
}
