package io.dorsal.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.ReferralState;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.intake.testing.ClinicSystem;
import io.dorsal.intake.testing.ClinicSystem.Arrival;
import io.dorsal.intake.testing.Consumption;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a clinic's system is told of what comes from the topics. */
@IntakeServiceTest
class TellingClinicsIT {

    @Autowired
    private JdbcTemplate jdbc;

    private final TopicClient topics = new TopicClient();
    private final ClinicSystem system = ClinicSystem.shared();
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void awaitThatTheClinicIsTold() {
        await().until(() -> !since().isEmpty());
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void decisionsAndTheEndsOfReferralsAreToldOnceWhateverIsReplayed() {
        UrgencyDecided first = decided(1, Urgency.EMERGENCY);
        UrgencyDecided second = decided(2, Urgency.SOON);
        ReferralChanged returned = referral(2, ReferralState.RETURNED);
        topics.send(Topics.DECISIONS, id, first);
        topics.send(Topics.DECISIONS_BULK, id, second);
        topics.send(Topics.REFERRAL_CHANGES, id, referral(1, ReferralState.ROUTED));
        topics.send(Topics.REFERRAL_CHANGES, id, returned);
        awaitTold(
                "assessment.decided EMERGENCY TRIAGED",
                "assessment.decided SOON TRIAGED",
                "referral.returned EMERGENCY RETURNED");

        topics.send(Topics.DECISIONS, id, first);
        Consumption.awaitAll(topics, Subscriptions.VIEW_DECISIONS);
        forgetTheView();
        topics.send(Topics.DECISIONS, id, first);
        topics.send(Topics.REFERRAL_CHANGES, id, returned);
        Consumption.awaitAll(topics, Subscriptions.VIEW_DECISIONS);
        Consumption.awaitAll(topics, Subscriptions.VIEW_REFERRALS);

        assertThat(waiting()).isZero();
        assertThat(system.arrivals(id)).hasSize(3).allSatisfy(arrival -> {
            assertThat(arrival.signatureValid()).isTrue();
            assertThat(arrival.text()).hasSizeLessThan(1024);
            assertThat(UUID.fromString(arrival.id()).version()).isEqualTo(5);
        });
        assertThat(system.arrivals(id)).extracting(Arrival::id).doesNotHaveDuplicates();
    }

    @Test
    void whatTriageParksIsToldOnceItIsKnownWhose() {
        AssessmentSubmitted submitted = AssessmentSubmitted.newBuilder(
                        SampleEvents.of(id).submitted(1, 4))
                .setClinicId(ClinicSystem.CLINIC)
                .build();
        topics.send(
                new Topic<>(Subscriptions.TRIAGE_ASSESSMENTS.parkedTopic(), AssessmentSubmitted.class), id, submitted);
        topics.send(Topics.ASSESSMENTS, id, submitted);

        awaitTold("assessment.parked - PARKED");
    }

    @Test
    void whatHappenedBeforeTheClinicWasToldAnythingIsHistory() {
        topics.send(Topics.DECISIONS, id, decided(1, Urgency.EMERGENCY, SampleEvents.RECEIVED));
        Instant before = since().getFirst();
        topics.send(Topics.DECISIONS, id, decided(2, Urgency.SOON, before.minusMillis(1)));

        Consumption.awaitAll(topics, Subscriptions.VIEW_DECISIONS);

        assertThat(jdbc.queryForObject("select count(*) from decision where assessment_id = ?", Integer.class, id))
                .isEqualTo(2);
        assertThat(waiting()).isZero();
        assertThat(system.arrivals(id)).isEmpty();
    }

    private void awaitTold(String... said) {
        await().untilAsserted(() ->
                assertThat(system.arrivals(id)).extracting(Arrival::says).containsExactlyInAnyOrder(said));
        await().until(() -> waiting() == 0);
    }

    /** What the database holds for this assessment and has not delivered. */
    private int waiting() {
        return jdbc.queryForList("select webhook_id from webhook_delivery where body like ?", "%" + id + "%")
                .size();
    }

    /** Since when the clinic is told. */
    private List<Instant> since() {
        return jdbc.query(
                "select since from webhook_clinic where clinic_id = ?",
                (row, index) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                ClinicSystem.CLINIC);
    }

    private void forgetTheView() {
        for (String table : List.of("decision", "referral", "assessment")) {
            jdbc.update("delete from " + table + " where assessment_id = ?", id);
        }
    }

    private UrgencyDecided decided(int revision, Urgency urgency) {
        return decided(revision, urgency, now());
    }

    private UrgencyDecided decided(int revision, Urgency urgency, Instant at) {
        return UrgencyDecided.newBuilder(SampleEvents.of(id).decided(revision, 4, urgency))
                .setClinicId(ClinicSystem.CLINIC)
                .setDecidedAt(at.truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private ReferralChanged referral(long version, ReferralState state) {
        return ReferralChanged.newBuilder(SampleEvents.of(id).referral(version, state))
                .setClinicId(ClinicSystem.CLINIC)
                .setChangedAt(now())
                .build();
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
