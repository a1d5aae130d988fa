package io.dorsal.referral.patients.jdbc;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.patients.PatientReference;
import io.dorsal.referral.patients.PatientReferences;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The patient references in PostgreSQL. Each call is one statement, and so one transaction. */
@Repository
class PatientTable implements PatientReferences {

    private final JdbcTemplate jdbc;

    PatientTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remember(List<PatientReference> references) {
        jdbc.update(
                """
                insert into patient_reference (assessment_id, revision, received_at, reference)
                select id, revision, received, reference
                from unnest(?, ?, ?, ?) as told (id, revision, received, reference)
                where not exists (select from erased_patient where assessment_id = id)
                order by id, revision, received, reference
                on conflict do nothing
                """,
                column("uuid", references, one -> one.assessmentId().value()),
                column("int4", references, PatientReference::revision),
                column("timestamptz", references, one -> one.receivedAt().toString()),
                column("text", references, PatientReference::reference));
    }

    /** {@inheritDoc} Comments go too: whoever wrote one may have named the patient. */
    @Override
    public void erase(AssessmentId id, Instant at) {
        jdbc.update("""
                with gone as (delete from patient_reference where assessment_id = ?),
                    silent as (
                        update referral_change set comment = null from referral
                        where referral.referral_id = referral_change.referral_id and referral.assessment_id = ?
                            and comment is not null)
                insert into erased_patient (assessment_id, erased_at) values (?, ?) on conflict do nothing
                """, id.value(), id.value(), id.value(), at.atOffset(ZoneOffset.UTC));
    }

    private static SqlArrayValue column(
            String type, List<PatientReference> rows, Function<PatientReference, Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
