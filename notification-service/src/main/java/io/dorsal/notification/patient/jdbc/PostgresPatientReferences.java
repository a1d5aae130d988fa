package io.dorsal.notification.patient.jdbc;

import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.patient.PatientReference;
import io.dorsal.notification.patient.PatientReferences;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Patient references, one an assessment. */
final class PostgresPatientReferences implements PatientReferences {

    private static final BinaryOperator<PatientReference> NEWER =
            BinaryOperator.maxBy(Comparator.comparingInt(PatientReference::revision));

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    PostgresPatientReferences(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void keep(List<PatientReference> references) {
        Map<AssessmentId, PatientReference> newest = new HashMap<>();
        references.forEach(reference -> newest.merge(reference.assessment(), reference, NEWER));
        List<Object[]> rows = newest.values().stream()
                .sorted(Comparator.comparing(reference -> reference.assessment().value()))
                .map(reference -> new Object[] {
                    reference.assessment().value(),
                    reference.revision(),
                    reference.origin().clinicId(),
                    reference.origin().networkId(),
                    reference.reference()
                })
                .toList();
        transactions.executeWithoutResult(status -> jdbc.batchUpdate("""
                insert into patient_reference (assessment_id, revision, clinic_id, network_id, patient_reference)
                values (?, ?, ?, ?, ?)
                on conflict (assessment_id) do update set
                    revision = excluded.revision, clinic_id = excluded.clinic_id, network_id = excluded.network_id,
                    patient_reference = excluded.patient_reference
                where patient_reference.revision <= excluded.revision
                """, rows));
    }

    @Override
    public void erase(AssessmentId assessment) {
        jdbc.update("delete from patient_reference where assessment_id = ?", assessment.value());
    }
}
