package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.ReferralState;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.ParkedHeaders;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceTest
class RoutingIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00Z");

    private final TopicClient topics = new TopicClient();
    private final UUID id = UUID.randomUUID();

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aDecisionBecomesOneReferralForEachQueueAndIsAnnounced() {
        decide(DecidedEvent.about(id)
                .receivedAt(RECEIVED)
                .asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, "CES-1")
                .asking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "CES-1"));

        List<ReferralChanged> changes = changes(2);

        assertThat(changes).allSatisfy(change -> {
            assertThat(change.getReferralId()).isEqualTo(Identities.referralId(id, change.getQueue(), 1));
            assertThat(change.getState()).isEqualTo(ReferralState.ROUTED);
            assertThat(change.getPreviousState()).isNull();
            assertThat(change.getVersion()).isEqualTo(1);
            assertThat(change.getRules()).contains("CES-1");
            assertThat(change.getDueAt()).isEqualTo(RECEIVED.plus(Duration.ofMinutes(15)));
            assertThat(change.getClinicId()).isEqualTo("north");
        });
        assertThat(topics.events(Topics.referralQueue(Queue.NEUROSURGERY), id))
                .singleElement()
                .isEqualTo(changes.get(1));
        assertThat(topics.events(Topics.referralQueue(Queue.EMERGENCY_DEPARTMENT), id))
                .singleElement()
                .isEqualTo(changes.get(0));
    }

    @Test
    void theSameDecisionOnBothLanesAndTwiceHasOneEffect() {
        UrgencyDecided decision = DecidedEvent.about(id)
                .asking(Queue.RHEUMATOLOGY, Urgency.SOON, "RHEUM-1")
                .build();

        topics.send(Topics.DECISIONS, id, decision);
        topics.send(Topics.DECISIONS, id, decision);
        topics.send(Topics.DECISIONS_BULK, id, decision);
        Consumption.awaitAll(topics);

        assertThat(topics.events(Topics.REFERRAL_CHANGES, id)).hasSize(1);
        assertThat(count("referral")).isEqualTo(1);
    }

    @Test
    void aBulkDecisionIsRoutedToo() {
        topics.send(
                Topics.DECISIONS_BULK,
                id,
                DecidedEvent.about(id)
                        .asking(Queue.PHYSIATRY, Urgency.ROUTINE, "STENOSIS-1")
                        .build());

        assertThat(changes(1).getFirst().getQueue()).isEqualTo(Queue.PHYSIATRY);
    }

    @Test
    void revisionsRaiseWithdrawAndOpenTheNextEpisode() {
        decide(DecidedEvent.about(id).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        decide(DecidedEvent.about(id).revision(2).asking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "NEURO-1"));
        decide(DecidedEvent.about(id).revision(3).asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1"));
        decide(DecidedEvent.about(id).revision(4).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));

        List<ReferralChanged> changes = changes(6);

        assertThat(changes)
                .filteredOn(change -> change.getQueue() == Queue.NEUROSURGERY)
                .extracting(
                        ReferralChanged::getEpisode,
                        ReferralChanged::getVersion,
                        ReferralChanged::getState,
                        ReferralChanged::getReason)
                .containsExactly(
                        tuple(1, 1L, ReferralState.ROUTED, "DECIDED"),
                        tuple(1, 2L, ReferralState.ROUTED, "URGENCY_RAISED"),
                        tuple(1, 3L, ReferralState.WITHDRAWN, "NO_LONGER_ASKED_FOR"),
                        tuple(2, 1L, ReferralState.ROUTED, "DECIDED"));
        assertThat(topics.events(Topics.referralQueue(Queue.NEUROSURGERY), id)).hasSize(4);
    }

    @Test
    void ofTwoBodiesUnderOneRevisionTheMoreUrgentIsKeptAndTheConflictRecordedOnce() {
        UrgencyDecided routine = DecidedEvent.about(id)
                .body("a")
                .asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1")
                .build();
        UrgencyDecided emergency = DecidedEvent.about(id)
                .body("b")
                .asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, "CES-1")
                .build();

        topics.send(Topics.DECISIONS, id, routine);
        topics.send(Topics.DECISIONS, id, emergency);
        topics.send(Topics.DECISIONS, id, routine);
        Consumption.awaitAll(topics);

        assertThat(openQueues()).containsExactly("EMERGENCY_DEPARTMENT");
        assertThat(count("body_conflict")).isEqualTo(1);
    }

    @Test
    void anUrgencyOfTheFutureIsHandledAsAnEmergency() {
        decide(DecidedEvent.about(id).asking(Queue.NEUROSURGERY, Urgency.UNRECOGNISED, "NEW-1"));

        assertThat(changes(1).getFirst().getUrgency()).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void aQueueOfTheFutureIsParkedForAHumanAndItsNeighboursAreRouted() {
        UUID neighbour = UUID.randomUUID();
        decide(DecidedEvent.about(id).asking(Queue.UNRECOGNISED, Urgency.URGENT, "NEW-1"));
        topics.send(
                Topics.DECISIONS,
                neighbour,
                DecidedEvent.about(neighbour)
                        .asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2")
                        .build());

        ConsumerRecord<String, byte[]> parked = parked();

        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.REASON)).contains("UNRECOGNISED_QUEUE");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topics.events(Topics.REFERRAL_CHANGES, neighbour))
                        .hasSize(1));
        assertThat(count("referral")).isZero();
    }

    @Test
    void anUndecodableRecordIsParkedByteForByteAndItsNeighboursAreRouted() {
        byte[] garbage = {(byte) 0xC3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 7, 7};
        topics.send(Topics.DECISIONS.name(), id.toString(), garbage);
        decide(DecidedEvent.about(id).asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));

        assertThat(parked().value()).isEqualTo(garbage);
        assertThat(changes(1)).hasSize(1);
    }

    @Test
    void aSyntheticReferralIsKeptFromTheSpecialistsSystems() {
        decide(DecidedEvent.about(id).synthetic().asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));

        assertThat(changes(1).getFirst().getSynthetic()).isTrue();
        assertThat(topics.events(Topics.referralQueue(Queue.ONCOLOGY), id)).isEmpty();
    }

    private void decide(DecidedEvent decision) {
        topics.send(Topics.DECISIONS, id, decision.build());
    }

    private List<ReferralChanged> changes(int expected) {
        return await().atMost(SOON)
                .until(() -> topics.events(Topics.REFERRAL_CHANGES, id), changes -> changes.size() >= expected);
    }

    private ConsumerRecord<String, byte[]> parked() {
        return await().atMost(SOON)
                .until(
                        () -> topics.records(Subscriptions.REFERRAL_DECISIONS.parkedTopic(), id),
                        records -> !records.isEmpty())
                .getFirst();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where assessment_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private List<String> openQueues() {
        return jdbc.sql("select queue from referral where is_open and assessment_id = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }
}
