package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.jdbc.AmendingDatabase;
import io.dorsal.intake.submission.AmendmentRequest;
import io.dorsal.intake.submission.UncountedAssessments;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.Standing;
import io.dorsal.intake.view.jdbc.Folding;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.json.AssessmentJson;
import io.dorsal.rules.json.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Uncounted assessments in a table, which the view fills. */
final class JdbcUncountedAssessments implements UncountedAssessments {

    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final String CLAIM_SOME = """
            update uncounted set claimed_at = ?
            where assessment_id in (
                select assessment_id from uncounted where claimed_at is null or claimed_at < ?
                order by claimed_at nulls first limit ? for update skip locked)
            returning assessment_id
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AmendingDatabase database;
    private final EarlierAssessments earlier;
    private final ClinicDirectory clinics;
    private final AssessmentJson assessments;

    JdbcUncountedAssessments(
            AmendingDatabase database,
            EarlierAssessments earlier,
            ClinicDirectory clinics,
            AssessmentJson assessments) {
        this.database = database;
        this.earlier = earlier;
        this.clinics = clinics;
        this.assessments = assessments;
    }

    @Override
    public List<UUID> claim(Instant now, int atMost) {
        return database.write(jdbc -> jdbc.queryForList(
                CLAIM_SOME,
                UUID.class,
                now.atOffset(ZoneOffset.UTC),
                now.minus(CLAIM).atOffset(ZoneOffset.UTC),
                atMost));
    }

    @Override
    public Recount recount(UUID assessmentId) {
        return database.write(jdbc -> Folding.lockKnown(jdbc, assessmentId)
                .map(view -> recount(jdbc, view))
                .orElseGet(Recount.NotYet::new));
    }

    @Override
    public void settle(UUID assessmentId) {
        database.write(jdbc -> jdbc.update("delete from uncounted where assessment_id = ?", assessmentId));
    }

    private Recount recount(JdbcTemplate jdbc, AssessmentView view) {
        Standing standing = Standing.of(view);
        Optional<Submitted> newest = standing.submission();
        if (newest.isEmpty()) {
            return new Recount.NotYet();
        }
        Optional<Clinic> clinic = clinics.find(newest.get().origin().clinicId());
        if (newest.get().previousAssessments() != null || view.isErased() || clinic.isEmpty()) {
            return new Recount.Needless();
        }
        return standing.patientReference()
                .map(reference -> counted(jdbc, standing, newest.get(), clinic.get(), reference))
                .orElseGet(Recount.NotYet::new);
    }

    private Recount counted(JdbcTemplate jdbc, Standing standing, Submitted newest, Clinic clinic, String reference) {
        UUID id = newest.assessmentId();
        Instant firstReceivedAt = standing.firstReceivedAt().orElse(newest.receivedAt());
        return new Recount.Counted(
                new AmendmentRequest(clinic, id, standing.revision(), newest.channel(), assessment(newest, reference)),
                earlier.count(jdbc, new Presentation(clinic, reference, id, firstReceivedAt)),
                newest.receivedAt(),
                since(jdbc, id));
    }

    private static Instant since(JdbcTemplate jdbc, UUID id) {
        return Objects.requireNonNull(jdbc.queryForObject(
                        "select since from uncounted where assessment_id = ?", OffsetDateTime.class, id))
                .toInstant();
    }

    private Assessment assessment(Submitted submitted, String reference) {
        ObjectNode whole = (ObjectNode) JSON.readTree(submitted.answers());
        whole.withObjectProperty("patient").put("reference", reference);
        if (submitted.assessedAt() != null) {
            whole.put("assessedAt", submitted.assessedAt().toString());
        }
        return switch (assessments.read(JSON.writeValueAsBytes(whole), Instant.MAX)) {
            case Reading.Accepted(Assessment assessment) -> assessment;
            case Reading.Malformed _, Reading.Invalid _ ->
                throw new IllegalStateException("an assessment that was accepted cannot be read");
        };
    }
}
