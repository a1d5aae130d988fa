package io.dorsal.intake.submission.kafka;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Channel;
import io.dorsal.events.PatientReferenced;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.Announcements;
import io.dorsal.intake.submission.Lane;
import io.dorsal.kit.assessment.AnswersAvro;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.kit.messaging.FailureTrace;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends both events at once, and awaits both acknowledgements no longer than 4.5 s. Either may be written without the
 * other, or be read before it: a repeat sends both again, and readers take them in any order.
 */
final class AcknowledgedAnnouncements implements Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgedAnnouncements.class);

    /** The contract gives five seconds to the whole call. */
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    private final KafkaTemplate<String, byte[]> template;
    private final EventPublisher encoder;
    private final AnswersAvro answers;
    private final IntakeMetrics metrics;

    AcknowledgedAnnouncements(
            KafkaTemplate<String, byte[]> template,
            EventPublisher encoder,
            AnswersAvro answers,
            IntakeMetrics metrics) {
        this.template = template;
        this.encoder = encoder;
        this.answers = answers;
        this.metrics = metrics;
    }

    @Override
    public boolean announce(AcceptedAssessment accepted) {
        long start = System.nanoTime();
        UUID key = accepted.assessmentId();
        try {
            CompletableFuture<?> reference = send(Outgoing.of(Topics.PATIENTS, key, referenced(accepted)));
            CompletableFuture<?> assessment = send(Outgoing.of(topicOf(accepted.lane()), key, submitted(accepted)));
            CompletableFuture.allOf(reference, assessment)
                    .get(PATIENCE.toNanos() - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
            metrics.acknowledged(Duration.ofNanos(System.nanoTime() - start));
            return true;
        } catch (TimeoutException | ExecutionException | RuntimeException e) {
            return unacknowledged(key, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unacknowledged(key, e);
        }
    }

    private static Topic<AssessmentSubmitted> topicOf(Lane lane) {
        return switch (lane) {
            case INTERACTIVE -> Topics.ASSESSMENTS;
            case BULK -> Topics.ASSESSMENTS_BULK;
        };
    }

    private CompletableFuture<?> send(Outgoing outgoing) {
        return template.send(encoder.encode(outgoing));
    }

    private static boolean unacknowledged(UUID key, Exception failure) {
        if (failure instanceof RuntimeException bug && FailureKind.of(bug) != FailureKind.TRANSIENT) {
            throw bug;
        }
        LOG.warn("The broker has not acknowledged the assessment {} in time: {}", key, FailureTrace.of(failure));
        return false;
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
                .setPreviousAssessments(null)
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
