package io.dorsal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.ReferralState;
import io.dorsal.events.Urgency;
import io.dorsal.notification.support.Outside;
import io.dorsal.notification.support.SharedService;
import io.dorsal.notification.support.WebhookSink.Arrival;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueueRisksIT extends SharedService {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final TopicClient topics = new TopicClient();

    @Test
    void operationsAreToldOnceOfAQueueWhoseSitesAreNotEnough() {
        UUID first = Identities.newAssessmentId();
        UUID last = Identities.newAssessmentId();
        ReferralChanged risk = risk(first);

        topics.send(Topics.REFERRAL_RISKS, first, risk);
        topics.send(Topics.REFERRAL_RISKS, first, risk);
        topics.send(Topics.REFERRAL_RISKS, last, risk(last));

        assertThat(awaitArrival(risk).body().path("data").path("rule").asString())
                .isEqualTo("no site of NEUROSURGERY can see a patient in time");
        awaitArrival(risk(last));
        assertThat(Outside.WEBHOOKS.arrivals(alert(risk))).hasSize(1);
    }

    private static Arrival awaitArrival(ReferralChanged risk) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> Outside.WEBHOOKS.arrivals(alert(risk)), arrivals -> !arrivals.isEmpty())
                .getFirst();
    }

    private static UUID alert(ReferralChanged risk) {
        return Identities.alertId(risk.getEventId(), 1);
    }

    private static ReferralChanged risk(UUID assessment) {
        return ReferralChanged.newBuilder()
                .setEventId(Identities.queueRiskId(assessment.toString(), NOW))
                .setAssessmentId(assessment)
                .setRevision(1)
                .setClinicId("north")
                .setNetworkId("metro")
                .setReferralId(Identities.referralId(assessment, Queue.NEUROSURGERY, 1))
                .setQueue(Queue.NEUROSURGERY)
                .setEpisode(1)
                .setVersion(1)
                .setState(ReferralState.ROUTED)
                .setUrgency(Urgency.URGENT)
                .setPrimary(true)
                .setRules(List.of("NEURO-2"))
                .setActor("referral-service")
                .setReason("NO_SITE_IN_TIME")
                .setRoutedAt(NOW)
                .setChangedAt(NOW)
                .build();
    }
}
