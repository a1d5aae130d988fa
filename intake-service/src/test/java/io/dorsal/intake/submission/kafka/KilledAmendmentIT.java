package io.dorsal.intake.submission.kafka;

import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.PatientReferenced;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.submission.AmendingAssessment;
import io.dorsal.intake.submission.AmendmentRequest;
import io.dorsal.intake.submission.Amendments;
import io.dorsal.intake.submission.Announcements;
import io.dorsal.intake.submission.UnsentAmendments;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.view.Arrivals;
import io.dorsal.intake.view.Channel;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** An instance dies at each step of an amendment; another one, on the same broker and database, goes on. */
@IntakeServiceTest
class KilledAmendmentIT {

    private static final String FIRST = "\"1\"";

    /** So far from that of the others that they neither take its amendments for old nor receive them at the same time. */
    private static final Duration FAST_CLOCK = Duration.ofHours(1);

    @LocalServerPort
    private int port;

    @Autowired
    private Amendments amendments;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Announcements announcements;

    @Autowired
    private KafkaTemplate<String, byte[]> eventTemplate;

    @Autowired
    private AnnouncementRecords records;

    @Autowired
    private IntakeMetrics metrics;

    @Autowired
    private AssessmentJson json;

    @Autowired
    private ClinicDirectory clinics;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private final TopicClient topics = new TopicClient();
    private final String patient = anyPatient();
    private ClinicClient north = ClinicClient.withToken(null, 0);
    private UUID id = UUID.randomUUID();

    @BeforeEach
    void submit() {
        north = ClinicClient.of("north", port);
        id = UUID.fromString(north.submit(backPain(patient, 4), null).text("assessmentId"));
        await().until(() -> north.read(id.toString()).status() == 200);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @ParameterizedTest
    @EnumSource
    void theClientsRetryAppliesItOnce(Step step) {
        Instant received = amendAndDie(step);

        Answer retried = north.amend(id.toString(), FIRST, backPain(patient, 9));

        assertThat(retried.status()).isEqualTo(202);
        assertThat(retried.text("receivedAt")).isEqualTo(received.toString());
        assertAppliedOnce(received);
        assertThat(north.amend(id.toString(), FIRST, backPain(patient, 9)).text())
                .isEqualTo(retried.text());
    }

    @ParameterizedTest
    @EnumSource
    void withoutARetryAnotherInstanceSendsIt(Step step) {
        Instant received = amendAndDie(step);

        unsent().send();

        assertAppliedOnce(received);
    }

    @Test
    void whatAnotherAmendsMeanwhileIsSentAfterIt() {
        Instant received = amendAndDie(Step.ENTERED);

        assertThat(north.amend(id.toString(), "\"2\"", backPain(patient, 7)).status())
                .isEqualTo(202);

        assertAppliedOnce(received);
        assertThat(topics.events(Topics.ASSESSMENTS, id))
                .extracting(AssessmentSubmitted::getRevision)
                .containsExactly(1, 2, 3);
        assertThat(topics.events(Topics.PATIENTS, id))
                .extracting(PatientReferenced::getRevision)
                .containsExactly(1, 2, 3);
    }

    @Test
    void nothingIsSentOnceThePatientIsErased() {
        amendAndDie(Step.ENTERED);
        topics.send(Topics.PATIENTS.name(), id.toString(), null);
        await().until(() -> north.read(id.toString()).lacks("patientReference"));

        unsent().send();

        assertThat(topics.records(Topics.PATIENTS.name(), id).getLast().value()).isNull();
        assertThat(topics.events(Topics.ASSESSMENTS, id)).hasSize(1);
        assertThat(north.amend(id.toString(), FIRST, backPain(patient, 9)).status())
                .isEqualTo(422);
    }

    /** When the amendment was received. */
    private Instant amendAndDie(Step step) {
        Clock itsClock = Clock.offset(clock, FAST_CLOCK);
        AmendingAssessment dying = new AmendingAssessment(
                amendments,
                arrivals,
                new AcknowledgedAnnouncements(new DyingTemplate(step), records, metrics),
                json,
                itsClock);
        AmendmentRequest request =
                new AmendmentRequest(clinics.find("north").orElseThrow(), id, 1, Channel.REST, assessment());

        assertThatExceptionOfType(Killed.class).isThrownBy(() -> dying.amend(request));

        assertThat(north.read(id.toString()).header("ETag")).isEqualTo("\"2\"");
        return Instant.parse(north.read(id.toString()).text("receivedAt"));
    }

    private UnsentAmendments unsent() {
        return new UnsentAmendments(amendments, announcements, Clock.offset(clock, FAST_CLOCK.multipliedBy(2)));
    }

    private Assessment assessment() {
        return switch (json.read(backPain(patient, 9).getBytes(StandardCharsets.UTF_8), clock.instant())) {
            case Reading.Accepted(Assessment assessment) -> assessment;
            case Reading.Malformed _, Reading.Invalid _ -> throw new AssertionError("the sample is no assessment");
        };
    }

    private void assertAppliedOnce(Instant received) {
        List<AssessmentSubmitted> submitted = topics.events(Topics.ASSESSMENTS, id).stream()
                .filter(event -> event.getRevision() == 2)
                .distinct()
                .toList();
        List<PatientReferenced> referenced = topics.events(Topics.PATIENTS, id).stream()
                .filter(event -> event.getRevision() == 2)
                .distinct()
                .toList();
        assertThat(submitted).singleElement().satisfies(event -> {
            assertThat(event.getEventId()).isEqualTo(Identities.eventId(AssessmentSubmitted.class, id, 2));
            assertThat(event.getReceivedAt()).isEqualTo(received);
            assertThat(event.getAnswers().getPain().getSeverity()).isEqualTo(9);
        });
        assertThat(referenced).singleElement().satisfies(event -> {
            assertThat(event.getPatientReference()).isEqualTo(patient);
            assertThat(event.getReceivedAt()).isEqualTo(received);
        });
        assertThat(jdbc.queryForList("select body from amendment where assessment_id = ?", String.class, id))
                .isNotEmpty()
                .containsOnlyNulls();
    }

    /** How far it came before it died. */
    enum Step {
        ENTERED,
        REFERENCE_SENT,
        ASSESSMENT_SENT,
        BOTH_SENT
    }

    /** Dies as a killed process does: no handler runs, and the transaction at hand ends with its connection. */
    private static final class Killed extends Error {}

    /** Sends as far as the step, and is acknowledged; then its process dies. */
    private final class DyingTemplate extends KafkaTemplate<String, byte[]> {

        private final Step step;

        DyingTemplate(Step step) {
            super(eventTemplate.getProducerFactory());
            this.step = step;
        }

        @Override
        public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> record) {
            boolean isReference = record.topic().equals(Topics.PATIENTS.name());
            return switch (step) {
                case ENTERED -> throw new Killed();
                case REFERENCE_SENT -> isReference ? sent(record) : die();
                case ASSESSMENT_SENT -> isReference ? new CompletableFuture<>() : sentAndDead(record);
                case BOTH_SENT -> isReference ? sent(record) : sentAndDead(record);
            };
        }

        private CompletableFuture<SendResult<String, byte[]>> sent(ProducerRecord<String, byte[]> record) {
            return CompletableFuture.completedFuture(eventTemplate.send(record).join());
        }

        private CompletableFuture<SendResult<String, byte[]>> sentAndDead(ProducerRecord<String, byte[]> record) {
            eventTemplate.send(record).join();
            return die();
        }

        private CompletableFuture<SendResult<String, byte[]>> die() {
            throw new Killed();
        }
    }
}
