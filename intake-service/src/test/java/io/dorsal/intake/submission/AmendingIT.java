package io.dorsal.intake.submission;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Channel;
import io.dorsal.events.Lane;
import io.dorsal.events.PatientReferenced;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@IntakeServiceTest
class AmendingIT {

    private static final String FIRST = "\"1\"";
    private static final String SECOND = "\"2\"";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private final TopicClient topics = new TopicClient();
    private final String patient = anyPatient();
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
    void anAmendmentIsTheNextRevisionOnTheSameTopics() {
        String id = submitted();

        Answer answer = north.amend(id, FIRST, backPain(patient, 9));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/api/assessments/" + id);
        assertThat(answer.text("assessmentId")).isEqualTo(id);
        assertThat(answer.json().required("revision").intValue()).isEqualTo(2);
        assertThat(answer.text("clinicId")).isEqualTo("north");
        assertThat(answer.text("status")).isEqualTo("SUBMITTED");

        AssessmentSubmitted amended =
                topics.events(Topics.ASSESSMENTS, UUID.fromString(id)).getLast();
        assertThat(amended.getRevision()).isEqualTo(2);
        assertThat(amended.getEventId())
                .isEqualTo(Identities.eventId(AssessmentSubmitted.class, UUID.fromString(id), 2));
        assertThat(amended.getReceivedAt()).hasToString(answer.text("receivedAt"));
        assertThat(amended.getAnswers().getPain().getSeverity()).isEqualTo(9);
        assertThat(amended.getChannel()).isEqualTo(Channel.REST);
        assertThat(amended.getLane()).isEqualTo(Lane.INTERACTIVE);
        PatientReferenced referenced = references(id).getLast();
        assertThat(referenced.getRevision()).isEqualTo(2);
        assertThat(referenced.getPatientReference()).isEqualTo(patient);
        assertThat(referenced.getReceivedAt()).isEqualTo(amended.getReceivedAt());
    }

    @Test
    void anAmendmentShowsAtOnceWithTheOlderDecisionUntilItsOwn() {
        String id = submitted();
        topics.send(
                Topics.DECISIONS,
                UUID.fromString(id),
                SampleEvents.of(UUID.fromString(id)).decided(1, 4, io.dorsal.events.Urgency.ROUTINE));
        await().until(() -> north.read(id).shows("status", "TRIAGED"));

        Answer amended = north.amend(id, FIRST, backPain(patient, 9));

        Answer read = north.read(id);
        assertThat(read.header("ETag")).isEqualTo(SECOND);
        assertThat(read.json().required("revision").intValue()).isEqualTo(2);
        assertThat(read.text("status")).isEqualTo("SUBMITTED");
        assertThat(read.text("receivedAt")).isEqualTo(amended.text("receivedAt"));
        assertThat(read.json().at("/assessment/pain/severity").intValue()).isEqualTo(9);
        assertThat(read.json().at("/decision/revision").intValue()).isEqualTo(1);
    }

    @Test
    void theSameAmendmentAgainIsAnsweredTheSameAndSentOnce() {
        String id = submitted();
        String body = backPain(patient, 9);

        Answer first = north.amend(id, FIRST, body);
        Answer repeat = north.amend(id, FIRST, body.replace("\n", "  \n "));
        assertThat(north.amend(id, SECOND, backPain(patient, 8)).status()).isEqualTo(202);
        Answer late = north.amend(id, FIRST, body);

        assertThat(List.of(repeat, late)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEqualTo(first.text());
            assertThat(answer.header("Location")).isEqualTo(first.header("Location"));
        });
        assertThat(topics.events(Topics.ASSESSMENTS, UUID.fromString(id)))
                .extracting(AssessmentSubmitted::getRevision)
                .containsExactly(1, 2, 3);
    }

    @Test
    void anAmendmentMayCorrectThePatient() {
        String id = submitted();
        String other = anyPatient();

        assertThat(north.amend(id, FIRST, backPain(other, 4)).status()).isEqualTo(202);

        assertThat(north.read(id).text("patientReference")).isEqualTo(other);
        assertThat(references(id))
                .extracting(PatientReferenced::getPatientReference)
                .containsExactly(patient, other);
        assertThat(jdbc.queryForObject(
                        "select conflicting from assessment where assessment_id = ?",
                        Boolean.class,
                        UUID.fromString(id)))
                .isFalse();
    }

    @Test
    void anAmendmentTakesTheLaneOfItsAssessment() {
        UUID id = UUID.randomUUID();
        AssessmentSubmitted first = SampleEvents.of(id).submitted(1, 4);
        topics.send(
                Topics.ASSESSMENTS_BULK,
                id,
                AssessmentSubmitted.newBuilder(first).setLane(Lane.BULK).build());
        await().until(() -> north.read(id.toString()).status() == 200);

        assertThat(north.amend(id.toString(), FIRST, anyBackPain()).status()).isEqualTo(202);

        assertThat(topics.events(Topics.ASSESSMENTS_BULK, id)).last().satisfies(amended -> {
            assertThat(amended.getRevision()).isEqualTo(2);
            assertThat(amended.getLane()).isEqualTo(Lane.BULK);
            assertThat(amended.getChannel()).isEqualTo(Channel.REST);
        });
        assertThat(topics.events(Topics.ASSESSMENTS, id)).isEmpty();
    }

    @Test
    void whatOnlyTheTopicsToldOfAnAmendmentIsComparedWithItsRepeat() {
        UUID id = UUID.fromString(submitted());
        Answer first = north.amend(id.toString(), FIRST, backPain(patient, 9));
        jdbc.update("delete from amendment where assessment_id = ?", id);

        assertThat(north.amend(id.toString(), FIRST, backPain(patient, 9)).text())
                .isEqualTo(first.text());
        assertThat(north.amend(id.toString(), FIRST, backPain(patient, 8)).status())
                .isEqualTo(412);
        assertThat(north.amend(id.toString(), FIRST, backPain(anyPatient(), 9)).status())
                .isEqualTo(412);
    }

    private String submitted() {
        Answer answer = north.submit(backPain(patient, 4), null);
        assertThat(answer.status()).isEqualTo(202);
        String id = answer.text("assessmentId");
        await().until(() -> north.read(id).status() == 200);
        return id;
    }

    private List<PatientReferenced> references(String id) {
        return topics.events(Topics.PATIENTS, UUID.fromString(id));
    }
}
