package io.dorsal.referral.patients.jdbc;

import io.dorsal.referral.patients.PatientReference;
import io.dorsal.referral.patients.PatientReferences;
import io.dorsal.referral.routing.AssessmentId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Collection<PatientReference> newest = newest(references);
        jdbc.update(
                """
                insert into patient (assessment_id, revision, reference)
                select id, revision, reference from unnest(?, ?, ?) as known (id, revision, reference) order by id
                on conflict (assessment_id) do update set revision = excluded.revision, reference = excluded.reference
                where patient.revision < excluded.revision and patient.erased_at is null
                """,
                column("uuid", newest, one -> one.assessmentId().value()),
                column("int4", newest, PatientReference::revision),
                column("text", newest, PatientReference::reference));
    }

    @Override
    public void erase(AssessmentId id, Instant at) {
        jdbc.update("""
                insert into patient (assessment_id, revision, reference, erased_at) values (?, 0, null, ?)
                on conflict (assessment_id) do update set reference = null, erased_at = excluded.erased_at
                where patient.erased_at is null
                """, id.value(), at.atOffset(ZoneOffset.UTC));
    }

    /** One statement takes a key only once. */
    private static Collection<PatientReference> newest(List<PatientReference> references) {
        BinaryOperator<PatientReference> newer = (one, other) -> other.revision() > one.revision() ? other : one;
        return references.stream()
                .collect(Collectors.toMap(PatientReference::assessmentId, Function.identity(), newer))
                .values();
    }

    private static SqlArrayValue column(
            String type, Collection<PatientReference> rows, Function<PatientReference, Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
