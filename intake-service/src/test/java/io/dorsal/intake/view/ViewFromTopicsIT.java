package io.dorsal.intake.view;

import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AlertState;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.ReferralState;
import io.dorsal.events.Urgency;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.Consumption;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the view makes of the topics alone. */
@IntakeServiceTest
class ViewFromTopicsIT {

    private static final Logger LOG = LoggerFactory.getLogger(ViewFromTopicsIT.class);
    private static final int ASSESSMENTS = 12;

    @LocalServerPort
    private int port;

    private final TopicClient topics = new TopicClient();
    private ClinicClient north = ClinicClient.withToken(null, 0);

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void everythingComesInAnyOrderAndTwiceByEitherLaneAndGivesTheSameView() {
        Random random = seeded();
        List<UUID> ids = new ArrayList<>();
        List<Runnable> sendings = new ArrayList<>();
        for (int number = 0; number < ASSESSMENTS; number++) {
            UUID id = UUID.randomUUID();
            ids.add(id);
            sendings.addAll(sendingsAbout(id, number % 2 == 0));
        }
        sendings.addAll(List.copyOf(sendings));
        Collections.shuffle(sendings, random);

        sendings.forEach(Runnable::run);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ids)
                        .allSatisfy(
                                id -> assertIsWhole(north.read(id.toString()).json(), id)));
    }

    private List<Runnable> sendingsAbout(UUID id, boolean bulk) {
        SampleEvents events = SampleEvents.of(id);
        List<Runnable> sendings = new ArrayList<>();
        for (int revision = 1; revision <= 2; revision++) {
            var submitted = events.submitted(revision, revision + 4);
            var decided = events.decided(revision, revision + 4, revision == 1 ? Urgency.EMERGENCY : Urgency.SOON);
            var referenced = events.referenced(revision, "patient " + revision + " of " + id);
            sendings.add(() -> topics.send(bulk ? Topics.ASSESSMENTS_BULK : Topics.ASSESSMENTS, id, submitted));
            sendings.add(() -> topics.send(bulk ? Topics.DECISIONS_BULK : Topics.DECISIONS, id, decided));
            sendings.add(() -> topics.send(Topics.PATIENTS, id, referenced));
        }
        for (int version = 1; version <= 3; version++) {
            var referral = events.referral(version, version == 3 ? ReferralState.RETURNED : ReferralState.ROUTED);
            var alert = events.alert(version, version == 3 ? AlertState.ACKNOWLEDGED : AlertState.NOTIFYING);
            sendings.add(() -> topics.send(Topics.REFERRAL_CHANGES, id, referral));
            sendings.add(() -> topics.send(Topics.ALERTS, id, alert));
        }
        return sendings;
    }

    private static void assertIsWhole(JsonNode read, UUID id) {
        assertThat(read.at("/revision").intValue()).isEqualTo(2);
        assertThat(read.at("/status").stringValue()).isEqualTo("TRIAGED");
        assertThat(read.at("/patientReference").stringValue()).isEqualTo("patient 2 of " + id);
        assertThat(read.at("/assessment/pain/severity").intValue()).isEqualTo(6);
        assertThat(read.at("/decision/revision").intValue()).isEqualTo(2);
        assertThat(read.at("/decision/urgency").stringValue()).isEqualTo("SOON");
        assertThat(read.at("/decision/findings/0/because/0/path").stringValue()).isEqualTo("neuro.saddleNumbness");
        assertThat(read.at("/referrals").size()).isEqualTo(1);
        assertThat(read.at("/referrals/0/queue").stringValue()).isEqualTo("SPINE_SURGERY");
        assertThat(read.at("/referrals/0/state").stringValue()).isEqualTo("RETURNED");
        assertThat(read.at("/referrals/0/reason").stringValue()).isEqualTo("MORE_INFORMATION");
        assertThat(read.at("/alert/state").stringValue()).isEqualTo("ACKNOWLEDGED");
        assertThat(read.at("/alert/deliveredAt").stringValue())
                .isEqualTo(SampleEvents.RECEIVED.plusSeconds(1).toString());
    }

    @Test
    void whatTriageParksOfEitherLaneIsShownAsParkedUntilItIsDecided() {
        UUID readable = UUID.randomUUID();
        UUID unreadable = UUID.randomUUID();
        submit(readable);
        submit(unreadable);

        topics.send(
                new Topic<>(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), AssessmentSubmitted.class),
                readable,
                SampleEvents.of(readable).submitted(1, 4));
        topics.send(Subscriptions.TRIAGE_ASSESSMENTS_BULK.parkedTopic(), unreadable.toString(), new byte[] {1, 2, 3});

        awaitStatus(readable, "PARKED");
        awaitStatus(unreadable, "PARKED");
        topics.send(Topics.DECISIONS, readable, SampleEvents.of(readable).decided(1, 4, Urgency.SOON));
        awaitStatus(readable, "TRIAGED");
    }

    @Test
    void anAmendmentThatTriageCannotReadIsShownAsParked() {
        UUID id = UUID.randomUUID();
        submit(id);
        topics.send(Topics.DECISIONS, id, SampleEvents.of(id).decided(1, 4, Urgency.SOON));
        awaitStatus(id, "TRIAGED");

        topics.send(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), id.toString(), new byte[] {1, 2, 3});

        awaitStatus(id, "PARKED");
        assertThat(north.read(id.toString()).json().at("/decision/urgency").stringValue())
                .isEqualTo("SOON");
    }

    @Test
    void anErasedPatientIsNowhereAnyMoreAndDoesNotComeBack() {
        UUID id = UUID.randomUUID();
        String patient = anyPatient();
        submit(id);
        topics.send(Topics.PATIENTS, id, SampleEvents.of(id).referenced(1, patient));
        await().until(() -> north.read(id.toString()).text().contains(patient));

        topics.send(Topics.PATIENTS.name(), id.toString(), null);
        topics.send(Topics.PATIENTS, id, SampleEvents.of(id).referenced(1, patient));
        Consumption.awaitAll(topics, Subscriptions.VIEW_PATIENTS);

        assertThat(north.read(id.toString()).status()).isEqualTo(200);
        assertThat(north.read(id.toString()).text()).doesNotContain(patient).doesNotContain("reference\":");
        assertThat(north.post(
                                "/api/assessments/search",
                                BodyPublishers.ofString("{\"patientReference\": \"" + patient + "\"}"))
                        .json()
                        .required("items"))
                .isEmpty();
    }

    private void submit(UUID id) {
        topics.send(Topics.ASSESSMENTS, id, SampleEvents.of(id).submitted(1, 4));
        await().until(() -> north.read(id.toString()).status() == 200);
    }

    private void awaitStatus(UUID id, String status) {
        await().until(() -> north.read(id.toString()).shows("status", status));
    }

    private static Random seeded() {
        long seed = new Random().nextLong();
        LOG.info("The seed of this test is {}", seed);
        return new Random(seed);
    }
}
