package io.dorsal.intake.view.jdbc;

import static io.dorsal.intake.view.jdbc.Columns.time;

import io.dorsal.intake.IntakeMetrics.PromptStep;
import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.FirstSight;
import io.dorsal.intake.view.Status;
import java.util.List;

/** Writes a submission's view, which usually nobody knows of yet, in one statement. */
final class JdbcFirstSight implements FirstSight {

    private static final String INSERT_UNKNOWN = """
            with unknown as (
                insert into assessment (assessment_id, clinic_id, network_id, synthetic, revision, status, received_at,
                                        patient_reference)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                returning assessment_id),
            referenced as (
                insert into patient_reference (assessment_id, revision, received_at, reference)
                select assessment_id, ?, ?, ? from unknown)
            insert into submission (assessment_id, revision, body_hash, received_at, assessed_at, answers)
            select assessment_id, ?, ?, ?, ?::timestamptz, ?::json from unknown
            """;

    private final PromptDatabase database;

    JdbcFirstSight(PromptDatabase database) {
        this.database = database;
    }

    @Override
    public void show(Submitted submitted, Referenced referenced) {
        database.attempt(
                PromptStep.FIRST_SIGHT,
                prompt -> inserted(prompt, submitted, referenced)
                        || prompt.write(jdbc -> Folding.fold(jdbc, List.of(submitted, referenced)))
                                .isEmpty());
    }

    private static boolean inserted(Database database, Submitted submitted, Referenced referenced) {
        return database.execute(jdbc -> jdbc.update(
                        INSERT_UNKNOWN,
                        submitted.assessmentId(),
                        submitted.origin().clinicId(),
                        submitted.origin().networkId(),
                        submitted.origin().synthetic(),
                        submitted.body().revision(),
                        Status.SUBMITTED.name(),
                        time(submitted.receivedAt()),
                        referenced.patientReference(),
                        referenced.revision(),
                        time(referenced.receivedAt()),
                        referenced.patientReference(),
                        submitted.body().revision(),
                        submitted.body().hash(),
                        time(submitted.receivedAt()),
                        time(submitted.assessedAt()),
                        submitted.answers()))
                > 0;
    }
}
