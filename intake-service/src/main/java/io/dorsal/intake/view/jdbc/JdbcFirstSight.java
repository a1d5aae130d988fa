package io.dorsal.intake.view.jdbc;

import static io.dorsal.intake.view.jdbc.Columns.time;

import io.dorsal.intake.IntakeMetrics.PromptStep;
import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.FirstSight;
import io.dorsal.intake.view.Status;
import io.dorsal.intake.view.Telling;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a submission's view, which usually nobody knows of yet, in one statement, with its reservation. */
final class JdbcFirstSight implements FirstSight {

    private static final String INSERT_UNKNOWN = """
            with unknown as (
                insert into assessment (assessment_id, clinic_id, network_id, synthetic, revision, status, received_at,
                                        undecided_since, patient_reference)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                returning assessment_id),
            reserved as (
                insert into reservation (assessment_id, clinic_id, request_hash, body_hash, received_at,
                                         previous_assessments)
                select assessment_id, ?, ?, ?, ?, ?::integer from unknown
                on conflict do nothing),
            uncounted as (
                insert into uncounted (assessment_id)
                select assessment_id from unknown where ?::integer is null
                on conflict do nothing),
            referenced as (
                insert into patient_reference (assessment_id, revision, received_at, reference)
                select assessment_id, ?, ?, ? from unknown)
            insert into submission (assessment_id, revision, body_hash, network_id, synthetic, lane, channel, received_at,
                                    assessed_at, previous_assessments, answers)
            select assessment_id, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::integer, ?::json from unknown
            """;

    private static final String IS_SHOWN = """
            select exists (
                    select from submission
                    where assessment_id = ? and revision = ? and body_hash = ? and received_at = ?)
                and exists (
                    select from patient_reference
                    where assessment_id = ? and revision = ? and received_at = ? and reference = ?)
            """;

    private static final String RESERVE_KNOWN = """
            insert into reservation (assessment_id, clinic_id, request_hash, body_hash, received_at,
                                     previous_assessments)
            select assessment_id, ?, ?, ?, ?, ?::integer from assessment where assessment_id = ? and not erased
            on conflict do nothing
            """;

    private final PromptDatabase database;
    private final FollowingChanges followers;
    private final Telling telling;

    JdbcFirstSight(PromptDatabase database, FollowingChanges followers, Telling telling) {
        this.database = database;
        this.followers = followers;
        this.telling = telling;
    }

    @Override
    public void show(Submitted submitted, Referenced referenced, String requestHash) {
        database.attempt(PromptStep.FIRST_SIGHT, prompt -> {
            if (!inserted(prompt, submitted, referenced, requestHash) && !isShown(prompt, submitted, referenced)) {
                prompt.write(jdbc -> folded(jdbc, submitted, referenced, requestHash))
                        .forEach(telling::tell);
            }
            return true;
        });
    }

    /** As after a repeat: there is nothing to fold, and no lock to wait for. */
    private static boolean isShown(Database database, Submitted submitted, Referenced referenced) {
        return Boolean.TRUE.equals(database.execute(jdbc -> jdbc.queryForObject(
                IS_SHOWN,
                Boolean.class,
                submitted.assessmentId(),
                submitted.body().revision(),
                submitted.body().hash(),
                time(submitted.receivedAt()),
                referenced.assessmentId(),
                referenced.revision(),
                time(referenced.receivedAt()),
                referenced.patientReference())));
    }

    private List<Change> folded(JdbcTemplate jdbc, Submitted submitted, Referenced referenced, String requestHash) {
        Folding.lock(jdbc, List.of(submitted.assessmentId()));
        jdbc.update(
                RESERVE_KNOWN,
                submitted.origin().clinicId(),
                requestHash,
                submitted.body().hash(),
                time(submitted.receivedAt()),
                submitted.previousAssessments(),
                submitted.assessmentId());
        List<Change> changes = Folding.fold(jdbc, List.of(submitted, referenced));
        followers.follow(jdbc, changes);
        return changes;
    }

    private static boolean inserted(Database database, Submitted submitted, Referenced referenced, String requestHash) {
        return database.execute(jdbc -> jdbc.update(
                        INSERT_UNKNOWN,
                        submitted.assessmentId(),
                        submitted.origin().clinicId(),
                        submitted.origin().networkId(),
                        submitted.origin().synthetic(),
                        submitted.body().revision(),
                        Status.SUBMITTED.name(),
                        time(submitted.receivedAt()),
                        time(submitted.receivedAt()),
                        referenced.patientReference(),
                        submitted.origin().clinicId(),
                        requestHash,
                        submitted.body().hash(),
                        time(submitted.receivedAt()),
                        submitted.previousAssessments(),
                        submitted.previousAssessments(),
                        referenced.revision(),
                        time(referenced.receivedAt()),
                        referenced.patientReference(),
                        submitted.body().revision(),
                        submitted.body().hash(),
                        submitted.origin().networkId(),
                        submitted.origin().synthetic(),
                        submitted.lane().name(),
                        submitted.channel().name(),
                        time(submitted.receivedAt()),
                        time(submitted.assessedAt()),
                        submitted.previousAssessments(),
                        submitted.answers()))
                > 0;
    }
}
