package io.dorsal.intake.submission.kafka;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Channel;
import io.dorsal.events.PatientReferenced;
import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.view.Lane;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The records that announce an assessment: whom it is about, and, apart from it, the assessment. */
final class AnnouncementRecords {

    private final EventPublisher encoder;
    private final AnswersAvro answers;

    AnnouncementRecords(EventPublisher encoder, AnswersAvro answers) {
        this.encoder = encoder;
        this.answers = answers;
    }

    /** Both, the reference first. */
    List<ProducerRecord<String, byte[]>> of(AcceptedAssessment accepted) {
        UUID key = accepted.assessmentId();
        return List.of(
                encoder.encode(Outgoing.of(Topics.PATIENTS, key, referenced(accepted))),
                encoder.encode(Outgoing.of(topicOf(accepted.lane()), key, submitted(accepted))));
    }

    private static Topic<AssessmentSubmitted> topicOf(Lane lane) {
        return switch (lane) {
            case INTERACTIVE -> Topics.ASSESSMENTS;
            case BULK -> Topics.ASSESSMENTS_BULK;
        };
    }

    private AssessmentSubmitted submitted(AcceptedAssessment accepted) {
        return AssessmentSubmitted.newBuilder()
                .setEventId(Identities.eventId(AssessmentSubmitted.class, accepted.assessmentId(), accepted.revision()))
                .setAssessmentId(accepted.assessmentId())
                .setRevision(accepted.revision())
                .setClinicId(accepted.clinic().id())
                .setNetworkId(accepted.clinic().network())
                .setSynthetic(false)
                .setLane(io.dorsal.events.Lane.valueOf(accepted.lane().name()))
                .setChannel(Channel.valueOf(accepted.channel().name()))
                .setReceivedAt(accepted.receivedAt())
                .setAssessedAt(accepted.assessedAt())
                .setBodyHash(accepted.fingerprint().bodyHash())
                .setAnswers(answers.toEvent(accepted.assessment().answers()))
                .setPreviousAssessments(accepted.previousAssessments())
                .build();
    }

    private static PatientReferenced referenced(AcceptedAssessment accepted) {
        return PatientReferenced.newBuilder()
                .setEventId(Identities.eventId(PatientReferenced.class, accepted.assessmentId(), accepted.revision()))
                .setAssessmentId(accepted.assessmentId())
                .setRevision(accepted.revision())
                .setClinicId(accepted.clinic().id())
                .setNetworkId(accepted.clinic().network())
                .setSynthetic(false)
                .setPatientReference(accepted.assessment().patientReference())
                .setReceivedAt(accepted.receivedAt())
                .build();
    }
}
