package io.dorsal.referral.patients.kafka;

import io.dorsal.events.PatientReferenced;
import io.dorsal.kit.messaging.EventListener;
import io.dorsal.kit.messaging.EventListeners;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.messaging.Received;
import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.patients.PatientReference;
import io.dorsal.referral.patients.PatientReferences;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.schemas.topics.Subscriptions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Follows the patient references. They may come before or after their decisions, and twice; a tombstone erases. On
 * return, the table holds each of them once.
 */
@Configuration(proxyBeanMethods = false)
class PatientListener {

    private static final Logger LOG = LoggerFactory.getLogger(PatientListener.class);

    @Bean
    EventListener<PatientReferenced> patients(EventListeners listeners, PatientReferences references, Clock clock) {
        return listeners.listener(
                Subscriptions.REFERRAL_PATIENTS,
                batch -> remember(batch, references),
                key -> erase(key, references, clock));
    }

    private static List<Outgoing> remember(List<Received<PatientReferenced>> batch, PatientReferences references) {
        references.remember(batch.stream().map(PatientListener::read).toList());
        return List.of();
    }

    private static PatientReference read(Received<PatientReferenced> received) {
        PatientReferenced event = received.event();
        String reference = event.getPatientReference();
        int length = reference.codePointCount(0, reference.length());
        require(received.key().equals(event.getAssessmentId().toString()), "KEY_OF_ANOTHER_ASSESSMENT", event);
        require(event.getRevision() >= 1, "IMPOSSIBLE_REVISION", event);
        require(
                length >= 1 && length <= Assessment.LONGEST_REFERENCE && reference.indexOf('\0') < 0,
                "IMPOSSIBLE_REFERENCE",
                event);
        return new PatientReference(
                new AssessmentId(event.getAssessmentId()), event.getRevision(), event.getReceivedAt(), reference);
    }

    private static void require(boolean possible, String reasonCode, PatientReferenced event) {
        if (!possible) {
            throw new ImpossibleRecordException(
                    reasonCode,
                    "the reference of revision %d of assessment %s"
                            .formatted(event.getRevision(), event.getAssessmentId()));
        }
    }

    private static void erase(String key, PatientReferences references, Clock clock) {
        try {
            references.erase(new AssessmentId(UUID.fromString(key)), clock.instant());
        } catch (IllegalArgumentException e) {
            LOG.warn("A tombstone came under a key that is no assessment id: there is nothing to erase");
        }
    }
}
