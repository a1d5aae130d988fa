package io.dorsal.kit.messaging;

import io.dorsal.events.PatientReferenced;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Instant;
import java.util.UUID;

/** Patient references for a listener. */
final class SomeReference {

    private SomeReference() {}

    /** Sends whom an assessment is about. */
    static void send(TopicClient topics, UUID assessment) {
        topics.send(
                Topics.PATIENTS,
                assessment,
                PatientReferenced.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setAssessmentId(assessment)
                        .setRevision(1)
                        .setClinicId("north")
                        .setNetworkId("metro")
                        .setPatientReference("p-" + assessment)
                        .setReceivedAt(Instant.EPOCH)
                        .build());
    }
}
