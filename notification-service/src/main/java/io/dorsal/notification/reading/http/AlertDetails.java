package io.dorsal.notification.reading.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertAction;
import io.dorsal.notification.alert.Hold;
import io.dorsal.notification.reading.AlertRead;
import io.dorsal.notification.reading.RevisionRead;
import io.dorsal.notification.reading.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One alert, with all that on-call staff need to act on it.
 *
 * @param findings of the newest revision
 * @param earlierRevisions what was found before, newest first
 * @param availableActions what the reader can do with it: the last parts of the addresses
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertDetails(
        @JsonUnwrapped AlertItem item,
        int revision,
        int episode,
        @Nullable Instant receivedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String patientReference,
        @Nullable ClinicContact clinic,
        @JsonRawValue String findings,
        List<EarlierRevision> earlierRevisions,
        List<TimelineItem> timeline,
        List<String> availableActions) {

    static AlertDetails of(AlertRead read, ClinicDirectory clinics, String reader) {
        Alert alert = read.alert();
        List<RevisionRead> revisions = read.revisions();
        return new AlertDetails(
                AlertItem.of(alert),
                alert.cause().revision(),
                alert.episode(),
                alert.cause().receivedAt(),
                alert.deliveredAt(),
                alert.hold().map(Hold::since).orElse(null),
                read.patientReference(),
                clinics.find(read.clinicId()).map(ClinicContact::of).orElse(null),
                revisions.isEmpty() ? "[]" : revisions.getFirst().explanation(),
                revisions.stream().skip(1).map(EarlierRevision::of).toList(),
                read.timeline().stream().map(TimelineItem::of).toList(),
                alert.availableTo(reader).stream().map(AlertAction::path).toList());
    }

    /** Whom to call. */
    record ClinicContact(String id, String name, String phone, String hours, String timeZone) {

        static ClinicContact of(Clinic clinic) {
            return new ClinicContact(
                    clinic.id(),
                    clinic.name(),
                    clinic.phone(),
                    clinic.hours(),
                    clinic.timeZone().getId());
        }
    }

    /** What an earlier revision was decided to be. */
    record EarlierRevision(
            int revision,
            String urgency,
            Instant decidedAt,
            @JsonRawValue String findings) {

        static EarlierRevision of(RevisionRead read) {
            return new EarlierRevision(read.revision(), read.urgency(), read.decidedAt(), read.explanation());
        }
    }

    /** A line of the timeline. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TimelineItem(
            Instant at,
            String what,
            String actor,
            @Nullable Integer revision,
            @Nullable String urgency,
            @Nullable Integer round,
            @Nullable Integer step,
            @Nullable UUID deliveryId,
            @Nullable String contact,
            @Nullable String channel,
            @Nullable String outcome,
            @Nullable String detail,
            @Nullable Integer times,
            @Nullable Instant lastAt) {

        static TimelineItem of(TimelineEntry entry) {
            return new TimelineItem(
                    entry.at(),
                    entry.what(),
                    entry.actor(),
                    entry.revision(),
                    entry.urgency(),
                    entry.round(),
                    entry.step(),
                    entry.deliveryId(),
                    entry.contact(),
                    entry.channel(),
                    entry.outcome(),
                    entry.detail(),
                    entry.times(),
                    entry.lastAt());
        }
    }
}
