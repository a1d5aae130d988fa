package io.dorsal.notification.paging;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.CaseFile;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.link.AlertLink;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Alerts and what they follow from. All calls belong to a transaction; what is locked stays so until its end. */
public interface AlertStore {

    /** Locks the files of assessments, with their latest alerts; those of unknown ones are empty. */
    Map<AssessmentId, CaseFile> lockFiles(Set<AssessmentId> assessments);

    /** Locks an alert; empty where there is none, or none within this sight. */
    Optional<Alert> lock(AlertId id, Sight sight);

    /** Locks alerts of which people are to be told again by now, and that nobody else is working on. */
    List<Alert> lockDue(Instant now, int atMost);

    /** Those of the ids under which there is an alert. */
    Set<AlertId> known(Collection<AlertId> ids);

    /** Remembers that a parked record was told of; false if it was before. */
    boolean isFirstSight(ParkedRecord record, AlertId alert);

    /** Remembers that the alert was acknowledged by this link; false if one was before. */
    boolean isFirstUse(AlertLink link);

    /** The clinic of an assessment, where its patient reference has told. */
    Optional<Origin> originOf(AssessmentId assessment);

    /** Returns once the database has answered. */
    void ping();

    /** Takes over what was told while the database was away, and locks those of the alerts that are stored. */
    List<Alert> takeOver(List<Telling> tellings);

    /** Those of the alerts of which nobody was told yet. */
    Set<AlertId> untold(Collection<AlertId> alerts);

    /** What was told of these alerts while the database was away. */
    List<Telling> tellingsOf(Collection<AlertId> alerts);

    /** Writes all of it, with the events that tell of it. */
    void write(Writes writes);
}
