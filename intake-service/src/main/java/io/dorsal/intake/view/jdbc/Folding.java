package io.dorsal.intake.view.jdbc;

import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.Fact;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Folds facts into stored views, within a transaction that may do more. The rows of the assessments are locked first and in
 * the order of their ids, whoever folds: so two transactions may wait for each other, but never both.
 */
public final class Folding {

    private Folding() {}

    /** Folds facts, and tells which views they have changed. */
    public static List<Change> fold(JdbcTemplate jdbc, Collection<? extends Fact> facts) {
        Map<UUID, List<Fact>> byAssessment =
                facts.stream().map(Fact.class::cast).collect(Collectors.groupingBy(Fact::assessmentId));
        lock(jdbc, byAssessment.keySet());
        List<Change> changes = StoredViews.load(jdbc, byAssessment.keySet()).values().stream()
                .map(view -> new Change(view, view.withAll(byAssessment.getOrDefault(view.assessmentId(), List.of()))))
                .filter(change -> !change.after().equals(change.before()))
                .toList();
        ChangedRows.save(jdbc, changes);
        return changes;
    }

    /** The view of an assessment, locked for the rest of the transaction; empty where there is none. */
    public static Optional<AssessmentView> lockKnown(JdbcTemplate jdbc, UUID assessmentId) {
        List<UUID> known = jdbc.queryForList(
                "select assessment_id from assessment where assessment_id = ? for update", UUID.class, assessmentId);
        return Optional.ofNullable(StoredViews.load(jdbc, known).get(assessmentId));
    }

    /** Locks assessments for the rest of the transaction. */
    static void lock(JdbcTemplate jdbc, Collection<UUID> assessments) {
        jdbc.update("""
                insert into assessment (assessment_id) select unnest(?) as id order by id on conflict do nothing
                """, Columns.ids(assessments));
        jdbc.query(
                "select from assessment where assessment_id = any(?) order by assessment_id for update",
                Columns.ids(assessments),
                row -> {});
    }
}
