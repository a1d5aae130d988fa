package io.dorsal.notification.reading;

import io.dorsal.notification.alert.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that on-call staff need to act on an alert.
 *
 * @param clinicId empty where it is not known
 * @param patientReference null where there is none, or where it belongs to a network that the reader does not serve
 * @param revisions newest first
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
