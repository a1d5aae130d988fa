package io.dorsal.intake.submission;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.CuttableDatabase;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Amendments that are not accepted, or not yet: nothing is sent of them. */
@IntakeServiceTest
class RefusedAmendmentIT {

    private static final String FIRST = "\"1\"";
    private static final String SECOND = "\"2\"";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource database;

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
    void anotherBodyOrPatientOrRevisionThanTheNewestIsStale() {
        String id = submitted();
        north.amend(id, FIRST, backPain(patient, 9));

        assertThat(north.amend(id, FIRST, backPain(patient, 8)).status()).isEqualTo(412);
        assertThat(north.amend(id, FIRST, backPain(anyPatient(), 9)).status()).isEqualTo(412);
        assertThat(north.amend(id, "\"3\"", backPain(patient, 8)).status()).isEqualTo(412);
        assertThat(north.amend(id, "\"0\"", backPain(patient, 4)).status()).isEqualTo(412);
        assertThat(north.amend(id, "\"of-another-server\"", backPain(patient, 4))
                        .status())
                .isEqualTo(412);
        assertThat(topics.events(Topics.ASSESSMENTS, UUID.fromString(id))).hasSize(2);
    }

    @Test
    void theRevisionMustBeNamed() {
        String id = submitted();

        Answer answer = north.amend(id, null, backPain(patient, 9));

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"1\"", "\"1\", \"2\"", "1", "\"1", "", "\"1\"\"2\""})
    void whatIsNotOneStrongTagIsMalformed(String ifMatch) {
        assertThat(north.amend(UUID.randomUUID().toString(), ifMatch, backPain(patient, 9))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void twoTagsAreNone() {
        Answer answer = north.send(north.request("/api/assessments/" + UUID.randomUUID())
                .header("Content-Type", "application/json")
                .header("If-Match", FIRST)
                .header("If-Match", SECOND)
                .PUT(BodyPublishers.ofString(anyBackPain())));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void anAmendmentIsReadAsStrictlyAsASubmission() {
        String id = submitted();

        Answer answer = north.amend(id, FIRST, "{\"pain\": {\"severity\": \"bad-answer\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("patient.reference", "pain.severity").doesNotContain("bad-answer");
    }

    @Test
    void whatIsUnknownOrAnotherClinicsIsNotThere() {
        String id = submitted();

        assertThat(north.amend(UUID.randomUUID().toString(), FIRST, anyBackPain())
                        .status())
                .isEqualTo(404);
        assertThat(north.amend("1-1-1-1-1", FIRST, anyBackPain()).status()).isEqualTo(404);
        assertThat(ClinicClient.of("south", port)
                        .amend(id, FIRST, anyBackPain())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nothingIsSentOfAnErasedPatient() {
        String id = submitted();
        north.amend(id, FIRST, backPain(patient, 9));
        topics.send(Topics.PATIENTS.name(), id, null);
        await().until(() -> north.read(id).lacks("patientReference"));

        assertThat(north.amend(id, FIRST, backPain(patient, 9)).status()).isEqualTo(422);
        assertThat(north.amend(id, SECOND, backPain(patient, 8)).status()).isEqualTo(422);
        assertThat(topics.records(Topics.PATIENTS.name(), UUID.fromString(id))
                        .getLast()
                        .value())
                .isNull();
        assertThat(jdbc.queryForObject(
                        "select count(*) from amendment where assessment_id = ?", Integer.class, UUID.fromString(id)))
                .isZero();
    }

    @Test
    void whatIsNotInTheViewYetIsNotSaidToBeMissingAndIsAmendedOnceItIs() throws SQLException {
        String id;
        try (Connection holding = database.getConnection()) {
            holding.setAutoCommit(false);
            holding.createStatement().execute("lock table submission in share mode");
            id = north.submit(backPain(patient, 4), null).text("assessmentId");

            Answer read = north.read(id);
            Answer early = north.amend(id, FIRST, backPain(patient, 9));

            assertThat(read.status()).isEqualTo(503);
            assertThat(read.header("Retry-After")).isNotEmpty();
            assertThat(early.status()).isEqualTo(503);
            assertThat(early.header("Retry-After")).isNotEmpty();
            holding.rollback();
        }
        await().until(() -> north.amend(id, FIRST, backPain(patient, 9)).status() == 202);
        assertThat(north.read(id).header("ETag")).isEqualTo(SECOND);
    }

    @Test
    void withoutTheDatabaseNothingIsAmendedAndTheRepeatIs() {
        String id = submitted();
        CuttableDatabase.cut();

        Answer away = north.amend(id, FIRST, backPain(patient, 9));

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isNotEmpty();
        CuttableDatabase.restore();
        await().until(() -> north.amend(id, FIRST, backPain(patient, 9)).status() == 202);
        assertThat(topics.events(Topics.ASSESSMENTS, UUID.fromString(id))).hasSize(2);
    }

    private String submitted() {
        Answer answer = north.submit(backPain(patient, 4), null);
        assertThat(answer.status()).isEqualTo(202);
        String id = answer.text("assessmentId");
        await().until(() -> north.read(id).status() == 200);
        return id;
    }
}
