package io.dorsal.notification.reading;

import io.dorsal.notification.alert.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that on-call staff need to act on an alert.
 *
 * @param clinicId empty where it is not known
 * @param patientReference null where there is none, or where the reader is not on call for its network
 * @param revisions newest first; none where the reader is not on call for their network
 * @param timeline oldest first
 */
public record AlertRead(
        Alert alert,
        String clinicId,
        @Nullable String patientReference,
        List<RevisionRead> revisions,
        List<TimelineEntry> timeline) {

    public AlertRead {
        revisions = List.copyOf(revisions);
        timeline = List.copyOf(timeline);
    }
}
