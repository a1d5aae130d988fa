package io.dorsal.notification.patient.kafka;

import io.dorsal.events.PatientReferenced;
import io.dorsal.kit.messaging.BatchProcessor;
import io.dorsal.kit.messaging.ErasureProcessor;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.messaging.Received;
import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.patient.PatientReference;
import io.dorsal.notification.patient.PatientReferences;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps patient references, and erases those that are withdrawn. */
final class PatientsProcessor implements BatchProcessor<PatientReferenced>, ErasureProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(PatientsProcessor.class);

    private final PatientReferences references;
    private final DatabaseWatch watch;

    PatientsProcessor(PatientReferences references, DatabaseWatch watch) {
        this.references = references;
        this.watch = watch;
    }

    @Override
    public List<Outgoing> process(List<Received<PatientReferenced>> batch) {
        watch.requireMigrated();
        references.keep(batch.stream()
                .map(Received::event)
                .map(event -> new PatientReference(
                        new AssessmentId(event.getAssessmentId()),
                        event.getRevision(),
                        event.getReceivedAt(),
                        new Origin(event.getClinicId(), event.getNetworkId(), event.getSynthetic()),
                        event.getPatientReference()))
                .toList());
        return List.of();
    }

    @Override
    public void erase(@Nullable String key) {
        watch.requireMigrated();
        try {
            if (key != null) {
                references.erase(new AssessmentId(UUID.fromString(key)));
            }
        } catch (IllegalArgumentException e) {
            LOG.warn("A tombstone names no assessment; nothing is kept under its key");
        }
    }
}
