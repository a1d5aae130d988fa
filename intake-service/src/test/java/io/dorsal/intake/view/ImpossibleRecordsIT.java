package io.dorsal.intake.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AlertState;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.ReferralState;
import io.dorsal.events.Urgency;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.Consumption;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.kit.messaging.ParkedHeaders;
import io.dorsal.schemas.topics.Subscription;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Records that decode and yet say what cannot be: each is parked, and none stops its partition. */
@IntakeServiceTest
class ImpossibleRecordsIT {

    @LocalServerPort
    private int port;

    private final TopicClient topics = new TopicClient();
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void whatNamesAnotherClinicThanBeforeIsParkedAndItsNeighboursAreNot() {
        AssessmentSubmitted ofSouth = AssessmentSubmitted.newBuilder(
                        SampleEvents.of(id).submitted(2, 5))
                .setClinicId("south")
                .build();

        topics.send(Topics.ASSESSMENTS, id, SampleEvents.of(id).submitted(1, 4));
        topics.send(Topics.ASSESSMENTS, id, ofSouth);
        topics.send(Topics.ASSESSMENTS, id, SampleEvents.of(id).submitted(3, 6));

        awaitRevision(3);
        assertParked(Subscriptions.VIEW_ASSESSMENTS, "CONTRADICTORY_ORIGIN");
        assertThat(ClinicClient.of("south", port).read(id.toString()).status()).isEqualTo(404);
    }

    @Test
    void aClinicThatHasChangedItsNetworkIsTheSameClinic() {
        AssessmentSubmitted moved = AssessmentSubmitted.newBuilder(
                        SampleEvents.of(id).submitted(2, 5))
                .setNetworkId("coast")
                .build();

        topics.send(Topics.ASSESSMENTS, id, SampleEvents.of(id).submitted(1, 4));
        topics.send(Topics.ASSESSMENTS, id, moved);

        awaitRevision(2);
        assertThat(topics.records(Subscriptions.VIEW_ASSESSMENTS.parkedTopic(), id))
                .isEmpty();
    }

    @Test
    void aReferenceThatNoIndexCanHoldIsParked() {
        topics.send(Topics.PATIENTS, id, SampleEvents.of(id).referenced(1, "p".repeat(100_000)));

        assertParked(Subscriptions.VIEW_PATIENTS, "IMPOSSIBLE_REFERENCE");
    }

    @Test
    void aTimeThatTheDatabaseDoesNotKnowIsParked() {
        AssessmentSubmitted never = AssessmentSubmitted.newBuilder(
                        SampleEvents.of(id).submitted(1, 4))
                .setReceivedAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                .build();

        topics.send(Topics.ASSESSMENTS, id, never);

        assertParked(Subscriptions.VIEW_ASSESSMENTS, "DataIntegrityViolationException");
    }

    @Test
    void whatStandsUnderAnotherKeyIsParked() {
        topics.send(Topics.ASSESSMENTS, id, SampleEvents.of(UUID.randomUUID()).submitted(1, 4));

        assertParked(Subscriptions.VIEW_ASSESSMENTS, "KEY_OF_ANOTHER_ASSESSMENT");
    }

    @Test
    void anotherAssessmentsReferralAndAlertAreParkedAndStayWhereTheyAre() {
        UUID owner = UUID.randomUUID();
        ReferralChanged referral = ReferralChanged.newBuilder(
                        SampleEvents.of(id).referral(2, ReferralState.WITHDRAWN))
                .setReferralId(ownReferral(owner).getReferralId())
                .build();
        AlertChanged alert = AlertChanged.newBuilder(SampleEvents.of(id).alert(2, AlertState.CLOSED))
                .setAlertId(
                        SampleEvents.of(owner).alert(1, AlertState.NOTIFYING).getAlertId())
                .build();

        topics.send(Topics.DECISIONS, owner, SampleEvents.of(owner).decided(1, 4, Urgency.EMERGENCY));
        topics.send(Topics.REFERRAL_CHANGES, owner, ownReferral(owner));
        topics.send(Topics.ALERTS, owner, SampleEvents.of(owner).alert(1, AlertState.NOTIFYING));
        topics.send(Topics.REFERRAL_CHANGES, id, referral);
        topics.send(Topics.ALERTS, id, alert);

        assertParked(Subscriptions.VIEW_REFERRALS, "ID_OF_ANOTHER_ASSESSMENT");
        assertParked(Subscriptions.VIEW_ALERTS, "ID_OF_ANOTHER_ASSESSMENT");
        await().untilAsserted(() -> {
            JsonNode read =
                    ClinicClient.of("north", port).read(owner.toString()).json();
            assertThat(read.at("/referrals/0/state").stringValue("")).isEqualTo("ROUTED");
            assertThat(read.at("/alert/state").stringValue("")).isEqualTo("NOTIFYING");
        });
    }

    /** Where the queue is not known here, the id cannot be checked: two claims to one in a poll stop nothing. */
    @Test
    void oneReferralIdOfTwoAssessmentsStopsNothing() {
        UUID other = UUID.randomUUID();
        UUID referral = UUID.randomUUID();

        topics.send(Topics.REFERRAL_CHANGES, id, unrecognised(id, referral));
        topics.send(Topics.REFERRAL_CHANGES, other, unrecognised(other, referral));
        topics.send(Topics.REFERRAL_CHANGES, id, ownReferral(id));

        Consumption.awaitAll(topics, Subscriptions.VIEW_REFERRALS);
    }

    private static ReferralChanged ownReferral(UUID id) {
        return SampleEvents.of(id).referral(1, ReferralState.ROUTED);
    }

    private static ReferralChanged unrecognised(UUID id, UUID referral) {
        return ReferralChanged.newBuilder(ownReferral(id))
                .setQueue(Queue.UNRECOGNISED)
                .setReferralId(referral)
                .build();
    }

    private void awaitRevision(int revision) {
        ClinicClient north = ClinicClient.of("north", port);
        await().until(() -> north.read(id.toString()).json().at("/revision").intValue(0) == revision);
    }

    private void assertParked(Subscription<?> subscription, String reason) {
        await().untilAsserted(() -> assertThat(topics.records(subscription.parkedTopic(), id))
                .singleElement()
                .extracting(record -> ParkedHeaders.text(record.headers(), ParkedHeaders.REASON))
                .isEqualTo(Optional.of(reason)));
    }
}
