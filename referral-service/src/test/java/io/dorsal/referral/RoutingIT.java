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
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ReferralServiceTest
class RoutingIT {

    private static final Instant RECEIVED = Instant.parse("2126-03-01T08:00:00Z");

    private final TopicClient topics = Neighbours.topics();
    private final UUID id = UUID.randomUUID();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @Test
    void aDecisionBecomesOneReferralForEachQueueAndIsAnnounced() {
        Neighbours.decide(DecidedEvent.about(id)
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
        Neighbours.awaitConsumed();

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
        Neighbours.decide(DecidedEvent.about(id).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.decide(DecidedEvent.about(id).revision(2).asking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "NEURO-1"));
        Neighbours.decide(DecidedEvent.about(id).revision(3).asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1"));
        Neighbours.decide(DecidedEvent.about(id).revision(4).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));

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
    void ofTwoBodiesUnderOneRevisionTheMoreUrgentIsKeptAndTheConflictToldOnce() {
        double before = conflicts();
        DecidedEvent routine =
                DecidedEvent.about(id).body("a").asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1");
        DecidedEvent emergency =
                DecidedEvent.about(id).body("b").asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, "CES-1");

        Neighbours.decide(routine);
        Neighbours.decide(emergency);
        Neighbours.decide(routine);
        Neighbours.awaitConsumed();

        assertThat(openQueues()).containsExactly("EMERGENCY_DEPARTMENT");
        assertThat(bodiesInConflict()).containsExactly("a", "b");
        assertThat(conflicts()).isEqualTo(before + 1);
    }

    @Test
    void aSecondBodyThatComesAfterTheNextRevisionIsToldToo() {
        double before = conflicts();
        Neighbours.decide(DecidedEvent.about(id).body("a").asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1"));
        Neighbours.decide(
                DecidedEvent.about(id).revision(2).body("c").asking(Queue.PRIMARY_CARE, Urgency.ROUTINE, "DEFAULT-1"));
        Neighbours.decide(
                DecidedEvent.about(id).body("b").asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, "CES-1"));
        Neighbours.awaitConsumed();

        assertThat(openQueues()).containsExactly("PRIMARY_CARE");
        assertThat(bodiesInConflict()).containsExactly("a", "b");
        assertThat(conflicts()).isEqualTo(before + 1);
    }

    @Test
    void theSameBodyDecidedMoreUrgentlyIsFollowed() {
        double before = conflicts();
        Neighbours.decide(DecidedEvent.about(id).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.decide(DecidedEvent.about(id).asking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "NEURO-1"));
        Neighbours.decide(DecidedEvent.about(id).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        Neighbours.awaitConsumed();

        assertThat(changes(2))
                .extracting(ReferralChanged::getUrgency)
                .containsExactly(Urgency.URGENT, Urgency.EMERGENCY);
        assertThat(bodiesInConflict()).isEmpty();
        assertThat(conflicts()).isEqualTo(before);
    }

    @Test
    void eachUrgencyHasItsTargetFromTheFirstReceiptOn() {
        Map<Urgency, Duration> targets = Map.of(
                Urgency.EMERGENCY, Duration.ofMinutes(15),
                Urgency.URGENT, Duration.ofHours(24),
                Urgency.SOON, Duration.ofDays(7),
                Urgency.ROUTINE, Duration.ofDays(42));
        Map<Urgency, UUID> ids =
                targets.keySet().stream().collect(Collectors.toMap(urgency -> urgency, _ -> UUID.randomUUID()));

        ids.forEach((urgency, assessment) -> Neighbours.decide(
                DecidedEvent.about(assessment).receivedAt(RECEIVED).asking(Queue.ONCOLOGY, urgency, "CANCER-2")));
        Neighbours.decide(
                DecidedEvent.about(id).receivedAt(RECEIVED).asking(Queue.ONCOLOGY, Urgency.SELF_CARE, "CANCER-9"));

        ids.forEach((urgency, assessment) -> assertThat(
                        Neighbours.changes(assessment, 1).getFirst().getDueAt())
                .isEqualTo(RECEIVED.plus(targets.get(urgency))));
        assertThat(changes(1).getFirst().getDueAt()).isNull();
    }

    @Test
    void aRevisionThatComesLateAndWasReceivedFirstSetsTheClocksBack() {
        Neighbours.decide(DecidedEvent.about(id)
                .revision(2)
                .receivedAt(RECEIVED.plus(Duration.ofHours(2)))
                .asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));
        Neighbours.decide(
                DecidedEvent.about(id).receivedAt(RECEIVED).asking(Queue.ONCOLOGY, Urgency.EMERGENCY, "CANCER-1"));

        ReferralChanged last = changes(2).getLast();

        assertThat(last.getReason()).isEqualTo("RECEIVED_EARLIER");
        assertThat(last.getRevision()).isEqualTo(2);
        assertThat(last.getUrgency()).isEqualTo(Urgency.URGENT);
        assertThat(last.getDueAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(24)));
    }

    @Test
    void anUrgencyOfTheFutureIsHandledAsAnEmergency() {
        Neighbours.decide(DecidedEvent.about(id).asking(Queue.NEUROSURGERY, Urgency.UNRECOGNISED, "NEW-1"));

        assertThat(changes(1).getFirst().getUrgency()).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void aQueueOfTheFutureIsParkedForAHumanWhileTheQueuesThatAreKnownAreServed() {
        UUID neighbour = UUID.randomUUID();
        double before = unrecognisedQueues();
        Neighbours.decide(DecidedEvent.about(id)
                .asking(Queue.EMERGENCY_DEPARTMENT, Urgency.EMERGENCY, "CES-1")
                .asking(Queue.UNRECOGNISED, Urgency.URGENT, "NEW-1"));
        Neighbours.decide(DecidedEvent.about(neighbour).asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));

        assertThat(ParkedHeaders.text(parked().headers(), ParkedHeaders.REASON)).contains("UNRECOGNISED_QUEUE");
        assertThat(changes(1).getFirst().getQueue()).isEqualTo(Queue.EMERGENCY_DEPARTMENT);
        assertThat(Neighbours.changes(neighbour, 1)).hasSize(1);
        assertThat(openQueues()).containsExactly("EMERGENCY_DEPARTMENT");
        assertThat(unrecognisedQueues()).isEqualTo(before + 1);
    }

    @Test
    void anUndecodableRecordIsParkedByteForByteAndItsNeighboursAreRouted() {
        byte[] garbage = {(byte) 0xC3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 7, 7};
        topics.send(Topics.DECISIONS.name(), id.toString(), garbage);
        Neighbours.decide(DecidedEvent.about(id).asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));

        assertThat(parked().value()).isEqualTo(garbage);
        assertThat(changes(1)).hasSize(1);
    }

    @Test
    void aSyntheticReferralIsKeptFromTheSpecialistsSystems() {
        Neighbours.decide(DecidedEvent.about(id).synthetic().asking(Queue.ONCOLOGY, Urgency.URGENT, "CANCER-2"));

        assertThat(changes(1).getFirst().getSynthetic()).isTrue();
        assertThat(topics.events(Topics.referralQueue(Queue.ONCOLOGY), id)).isEmpty();
    }

    private List<ReferralChanged> changes(int expected) {
        return Neighbours.changes(id, expected);
    }

    private ConsumerRecord<String, byte[]> parked() {
        return await().atMost(Neighbours.SOON)
                .until(() -> Neighbours.parked(Subscriptions.REFERRAL_DECISIONS, id), records -> !records.isEmpty())
                .getFirst();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where assessment_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private List<String> bodiesInConflict() {
        return jdbc.sql("select body_hash from body_conflict where assessment_id = :id order by body_hash")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private double conflicts() {
        return meters.get("dorsal.referral.conflicts").counter().count();
    }

    private double unrecognisedQueues() {
        return meters.get("dorsal.referral.unrecognised.queues").counter().count();
    }

    private List<String> openQueues() {
        return jdbc.sql("select queue from referral where is_open and assessment_id = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }
}
