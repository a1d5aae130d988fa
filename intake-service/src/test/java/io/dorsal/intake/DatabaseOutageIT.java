package io.dorsal.intake;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static io.dorsal.intake.testing.SampleAssessments.anyKey;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.Urgency;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.submission.RecentReservations;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.CuttableDatabase;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.PromptAnswers;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.intake.testing.SecondInstance;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** PostgreSQL is away, or hangs: clinics go on submitting, and nothing is lost or parked. */
@IntakeServiceTest
class DatabaseOutageIT {

    /** Longer than any time limit of the service's connections. */
    private static final Duration OUTAGE = Duration.ofSeconds(6);

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final Duration CATCHING_UP = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private RecentReservations recent;

    @Autowired
    private PromptDatabase prompt;

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
    void whatIsSubmittedAndDecidedDuringAnOutageIsThereAfterIt() {
        UUID before = id(north.submit(anyBackPain(), null));
        String key = anyKey();
        String patient = anyPatient();
        long start = System.nanoTime();
        CuttableDatabase.cut();

        Answer accepted = timed(backPain(patient, 4), key);
        topics.send(Topics.DECISIONS, before, SampleEvents.of(before).decided(1, 4, Urgency.EMERGENCY));

        assertReadsAreAway(before);
        ClinicClient management = ClinicClient.withToken(null, managementPort);
        assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(management.get("/actuator/health").text()).contains("DEGRADED");
        await().atMost(CATCHING_UP).until(() -> System.nanoTime() - start > OUTAGE.toNanos());
        CuttableDatabase.restore();
        await().atMost(CATCHING_UP).until(() -> north.read(before.toString()).shows("status", "TRIAGED"));
        await().atMost(CATCHING_UP)
                .until(() -> north.read(id(accepted).toString()).text().contains(patient));
        assertNothingParked(before, id(accepted));
        assertRepeatsAreKnownFromTheTopics(accepted, key, patient);
    }

    /** As by an instance that was started since. */
    private void assertRepeatsAreKnownFromTheTopics(Answer accepted, String key, String patient) {
        recent.forget(id(accepted));
        PromptAnswers.awaitFrom(prompt);
        assertThat(north.submit(backPain(anyPatient(), 4), key).status()).isEqualTo(422);
        assertThat(north.submit(backPain(patient, 5), key).status()).isEqualTo(422);
        assertThat(north.submit(backPain(patient, 4), key).text()).isEqualTo(accepted.text());
        assertThat(topics.events(Topics.ASSESSMENTS, id(accepted))).hasSize(1);
    }

    @Test
    void aDatabaseThatHangsKeepsNobodyFromSubmitting() {
        UUID before = id(north.submit(anyBackPain(), null));
        CuttableDatabase.hang();

        Answer first = timed(anyBackPain(), null);
        Answer second = timed(anyBackPain(), null);

        assertReadsAreAway(before);
        CuttableDatabase.restore();
        await().atMost(CATCHING_UP)
                .until(() -> north.read(id(first).toString()).status() == 200
                        && north.read(id(second).toString()).status() == 200);
    }

    @Test
    void aServiceThatStartsWithoutItsDatabaseAcceptsAtOnceAndReadsOnceItIsBack() {
        CuttableDatabase.cut();

        try (SecondInstance started = SecondInstance.start()) {
            ClinicClient clinic = ClinicClient.of("north", started.port());
            Answer accepted = clinic.submit(anyBackPain(), null);
            assertThat(accepted.status()).isEqualTo(202);
            assertThat(clinic.read(id(accepted).toString()).status()).isEqualTo(503);

            CuttableDatabase.restore();

            await().atMost(CATCHING_UP)
                    .until(() -> clinic.read(id(accepted).toString()).status() == 200);
        }
    }

    private Answer timed(String body, @Nullable String key) {
        long start = System.nanoTime();
        Answer answer = north.submit(body, key);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMISED);
        return answer;
    }

    private void assertReadsAreAway(UUID id) {
        assertThat(north.read(id.toString()).status()).isEqualTo(503);
        assertThat(north.get("/api/assessments").status()).isEqualTo(503);
        Answer search = north.post("/api/assessments/search", BodyPublishers.ofString("{\"patientReference\": \"x\"}"));
        assertThat(search.status()).isEqualTo(503);
        assertThat(search.header("Retry-After")).isNotEmpty();
    }

    private void assertNothingParked(UUID... ids) {
        for (UUID id : ids) {
            assertThat(topics.records(Subscriptions.VIEW_ASSESSMENTS.parkedTopic(), id))
                    .isEmpty();
            assertThat(topics.records(Subscriptions.VIEW_PATIENTS.parkedTopic(), id))
                    .isEmpty();
            assertThat(topics.records(Subscriptions.VIEW_DECISIONS.parkedTopic(), id))
                    .isEmpty();
        }
    }

    private static UUID id(Answer accepted) {
        return UUID.fromString(accepted.text("assessmentId"));
    }
}
