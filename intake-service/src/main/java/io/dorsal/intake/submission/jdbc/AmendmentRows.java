package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.Amendments.Entry;
import io.dorsal.intake.submission.Amendments.Unsent;
import io.dorsal.intake.submission.Fingerprint;
import io.dorsal.intake.view.Channel;
import io.dorsal.intake.view.Lane;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of the table of amendments. */
final class AmendmentRows {

    private static final String INSERT = """
            insert into amendment (assessment_id, revision, clinic_id, network_id, channel, lane, received_at,
                                   previous_assessments, request_hash, body_hash, body)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Of an erased patient there are none: erasing deletes them, and whoever deletes waits for who sends. */
    private static final String LOCK_UNSENT = """
            select * from amendment where assessment_id = ? and body is not null order by revision for update
            """;

    private final AssessmentJson json;

    AmendmentRows(AssessmentJson json) {
        this.json = json;
    }

    void insert(JdbcTemplate jdbc, AcceptedAssessment amended) {
        jdbc.update(
                INSERT,
                amended.assessmentId(),
                amended.revision(),
                amended.clinic().id(),
                amended.clinic().network(),
                amended.channel().name(),
                amended.lane().name(),
                amended.receivedAt().atOffset(ZoneOffset.UTC),
                amended.previousAssessments(),
                amended.fingerprint().requestHash(),
                amended.fingerprint().bodyHash(),
                new String(json.write(amended.assessment()), StandardCharsets.UTF_8));
    }

    /** What was entered under this revision before; empty where nothing was. */
    static Optional<Entry> earlier(JdbcTemplate jdbc, AcceptedAssessment mine) {
        return jdbc
                .query(
                        "select request_hash, received_at, body is null as sent from amendment"
                                + " where assessment_id = ? and revision = ?",
                        (row, index) -> compared(row, mine),
                        mine.assessmentId(),
                        mine.revision())
                .stream()
                .findFirst();
    }

    private static Entry compared(ResultSet row, AcceptedAssessment mine) throws SQLException {
        return row.getString("request_hash").equals(mine.fingerprint().requestHash())
                ? new Entry.Entered(mine.asReceivedAt(receivedAt(row)).receipt(), row.getBoolean("sent"))
                : new Entry.Stale();
    }

    List<AcceptedAssessment> lockUnsent(JdbcTemplate jdbc, UUID assessmentId) {
        return jdbc.query(LOCK_UNSENT, (row, index) -> amended(row), assessmentId);
    }

    static void markSent(JdbcTemplate jdbc, AcceptedAssessment sent) {
        jdbc.update(
                "update amendment set body = null where assessment_id = ? and revision = ?",
                sent.assessmentId(),
                sent.revision());
    }

    static Unsent unsent(JdbcTemplate jdbc) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) as unsent, min(received_at) as received_at from amendment where body is not null",
                (row, index) -> {
                    long count = row.getLong("unsent");
                    return new Unsent(count, count == 0 ? Optional.empty() : Optional.of(receivedAt(row)));
                }));
    }

    private AcceptedAssessment amended(ResultSet row) throws SQLException {
        Assessment assessment = assessment(row.getString("body"));
        return new AcceptedAssessment(
                row.getObject("assessment_id", UUID.class),
                row.getInt("revision"),
                clinic(row),
                Channel.valueOf(row.getString("channel")),
                Lane.valueOf(row.getString("lane")),
                receivedAt(row),
                row.getObject("previous_assessments", Integer.class),
                new Fingerprint(
                        row.getString("request_hash"),
                        row.getString("body_hash"),
                        new String(json.writeAnswers(assessment.answers()), StandardCharsets.UTF_8)),
                assessment);
    }

    /** As it was then; of its clinic an event tells the id and the network alone. */
    private static Clinic clinic(ResultSet row) throws SQLException {
        String id = row.getString("clinic_id");
        return new Clinic(id, id, row.getString("network_id"), ZoneOffset.UTC, "", "", false);
    }

    /** Whatever its time of assessment, it was accepted. */
    private Assessment assessment(String body) {
        return switch (json.read(body.getBytes(StandardCharsets.UTF_8), Instant.MAX)) {
            case Reading.Accepted(Assessment assessment) -> assessment;
            case Reading.Malformed _, Reading.Invalid _ ->
                throw new IllegalStateException("an amendment that was accepted cannot be read");
        };
    }

    private static Instant receivedAt(ResultSet row) throws SQLException {
        return row.getObject("received_at", OffsetDateTime.class).toInstant();
    }
}
