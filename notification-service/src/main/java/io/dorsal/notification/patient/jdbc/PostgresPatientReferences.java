package io.dorsal.notification.patient.jdbc;

import io.dorsal.notification.alert.AssessmentId;
import io.dorsal.notification.alert.jdbc.SqlTimes;
import io.dorsal.notification.patient.PatientReference;
import io.dorsal.notification.patient.PatientReferences;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Patient references; several of an assessment where it has several revisions, or two bodies under one. */
final class PostgresPatientReferences implements PatientReferences {

    /** All transactions lock rows in this order. */
    private static final Comparator<Key> IN_ORDER = Comparator.comparing(
                    (Key key) -> key.assessment().value())
            .thenComparingInt(Key::revision)
            .thenComparing(Key::receivedAt);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    PostgresPatientReferences(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void keep(List<PatientReference> references) {
        SortedMap<Key, PatientReference> each = new TreeMap<>(IN_ORDER);
        references.forEach(reference -> each.put(Key.of(reference), reference));
        List<Object[]> rows = each.values().stream()
                .map(PostgresPatientReferences::parameters)
                .toList();
        transactions.executeWithoutResult(status -> jdbc.batchUpdate("""
                insert into patient_reference (assessment_id, revision, received_at, clinic_id, network_id, patient_reference)
                values (?, ?, ?, ?, ?, ?)
                on conflict (assessment_id, revision, received_at) do update set
                    clinic_id = excluded.clinic_id, network_id = excluded.network_id,
                    patient_reference = excluded.patient_reference
                """, rows));
    }

    private static Object[] parameters(PatientReference reference) {
        return new Object[] {
            reference.assessment().value(),
            reference.revision(),
            SqlTimes.of(reference.receivedAt()),
            reference.origin().clinicId(),
            reference.origin().networkId(),
            reference.reference()
        };
    }

    @Override
    public void erase(AssessmentId assessment) {
        jdbc.update("delete from patient_reference where assessment_id = ?", assessment.value());
    }

    private record Key(AssessmentId assessment, int revision, Instant receivedAt) {

        static Key of(PatientReference reference) {
            return new Key(reference.assessment(), reference.revision(), reference.receivedAt());
        }
    }
}
