package io.dorsal.intake.submission;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static io.dorsal.intake.testing.SampleAssessments.anyKey;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.PatientReferenced;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.Consumption;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SecondInstance;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two instances, many callers, one key: one effect. */
@IntakeServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatingIT {

    private static final int CALLERS = 50;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private final TopicClient topics = new TopicClient();
    private List<ClinicClient> instances = List.of();
    private AutoCloseable second = () -> {};

    @BeforeAll
    void startAnother() {
        SecondInstance another = SecondInstance.start();
        second = another;
        instances = List.of(ClinicClient.of("north", port), ClinicClient.of("north", another.port()));
        instances.forEach(instance -> instance.submit(anyBackPain(), null));
    }

    @AfterAll
    void stop() throws Exception {
        second.close();
        topics.close();
    }

    /** Under this load the database may be passed over, and each instance then has received it at its own time. */
    @Test
    void whoeverRepeatsAtOnceAtEitherInstanceMeansTheSameAssessment() throws Exception {
        String key = anyKey();
        String body = anyBackPain();
        UUID id = Identities.assessmentId("north", key);

        List<Answer> answers = atOnce(caller -> instances.get(caller % 2).submit(body, key));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text("assessmentId")).isEqualTo(id.toString());
        });
        assertThat(answers.stream().map(Answer::text).distinct()).hasSizeLessThanOrEqualTo(instances.size());
        assertThat(topics.events(Topics.ASSESSMENTS, id).stream()
                        .map(AssessmentSubmitted::getEventId)
                        .distinct())
                .hasSize(1);
        assertThat(topics.events(Topics.PATIENTS, id).stream()
                        .map(PatientReferenced::getEventId)
                        .distinct())
                .hasSize(1);
        Consumption.awaitAll(topics, Subscriptions.VIEW_ASSESSMENTS);
        Consumption.awaitAll(topics, Subscriptions.VIEW_PATIENTS);
        assertThat(jdbc.queryForObject("select conflicting from assessment where assessment_id = ?", Boolean.class, id))
                .isFalse();
    }

    @Test
    void whoeverRepeatsAtOnceAtOneInstanceIsAnsweredTheSame() throws Exception {
        String key = anyKey();
        String body = anyBackPain();

        List<Answer> answers = atOnce(caller -> instances.get(0).submit(body, key));

        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(topics.events(Topics.ASSESSMENTS, Identities.assessmentId("north", key)).stream()
                        .distinct())
                .hasSize(1);
    }

    @Test
    void ofTwoBodiesAtOnceUnderOneKeyOneIsAcceptedAndTheOtherRefused() throws Exception {
        String key = anyKey();
        String patient = anyPatient();

        List<Answer> answers = atOnce(caller -> instances.get(0).submit(backPain(patient, caller % 2), key));

        assertThat(answers.stream().map(Answer::status).distinct()).containsExactlyInAnyOrder(202, 422);
        assertThat(topics.events(Topics.ASSESSMENTS, Identities.assessmentId("north", key)).stream()
                        .distinct())
                .hasSize(1);
    }

    @Test
    void ofTwoAmendmentsAtOnceAtTwoInstancesOneIsAcceptedAndTheOtherIsStale() throws Exception {
        String patient = anyPatient();
        String id = instances.get(0).submit(backPain(patient, 4), null).text("assessmentId");
        await().until(() -> instances.get(1).read(id).status() == 200);

        List<Answer> answers =
                atOnce(caller -> instances.get(caller % 2).amend(id, "\"1\"", backPain(patient, 5 + caller % 2)));

        // Who meets another that sends may be told to try again.
        List<Answer> settled =
                answers.stream().filter(answer -> answer.status() != 503).toList();
        assertThat(settled.stream().map(Answer::status).distinct()).containsExactlyInAnyOrder(202, 412);
        assertThat(settled.stream()
                        .filter(answer -> answer.status() == 202)
                        .map(Answer::text)
                        .distinct())
                .hasSize(1);
        assertThat(topics.events(Topics.ASSESSMENTS, UUID.fromString(id)).stream()
                        .filter(event -> event.getRevision() == 2)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void anInstanceThatRemembersNothingAnswersAsTheFirstDid() {
        String key = anyKey();
        String patient = anyPatient();

        Answer first = instances.get(0).submit(backPain(patient, 4), key);

        assertThat(instances.get(1).submit(backPain(patient, 4), key).text()).isEqualTo(first.text());
        assertThat(instances.get(1).submit(backPain(patient, 5), key).status()).isEqualTo(422);
        assertThat(instances.get(1).submit(backPain(anyPatient(), 4), key).status())
                .isEqualTo(422);
    }

    @Test
    void whatIsRepeatedAfterItsPatientWasErasedIsNotSentAgain() {
        String key = anyKey();
        String body = anyBackPain();
        UUID id = UUID.fromString(instances.get(0).submit(body, key).text("assessmentId"));

        topics.send(Topics.PATIENTS.name(), id.toString(), null);
        await().until(() -> instances.get(0).read(id.toString()).lacks("patientReference"));

        assertThat(instances)
                .allSatisfy(instance -> await().untilAsserted(() ->
                        assertThat(instance.submit(body, key).status()).isEqualTo(422)));
        assertThat(topics.records(Topics.PATIENTS.name(), id))
                .hasSize(2)
                .last()
                .satisfies(tombstone -> assertThat(tombstone.value()).isNull());
    }

    private static List<Answer> atOnce(Call call) throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int number = caller;
            calls.add(() -> call.by(number));
        }
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private interface Call {
        Answer by(int caller);
    }
}
