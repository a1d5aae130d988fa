package io.dorsal.intake.view.jdbc;

import static io.dorsal.intake.view.jdbc.Columns.time;

import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Origin;
import io.dorsal.intake.view.Stage;
import io.dorsal.intake.view.Standing;
import io.dorsal.rules.decision.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Saves what changes have changed, a multi-row statement a table. A key stands in each only once, since of a subject one
 * fact counts. The caller holds the locks of the assessments.
 */
final class ChangedRows {

    private final JdbcTemplate jdbc;
    private final List<Change> changes;

    private ChangedRows(JdbcTemplate jdbc, List<Change> changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    static void save(JdbcTemplate jdbc, List<Change> changes) {
        ChangedRows rows = new ChangedRows(jdbc, changes);
        rows.saveAssessments();
        rows.saveSubmissions();
        rows.saveUncounted();
        rows.saveReservations();
        rows.saveReferences();
        rows.saveDecisions();
        rows.saveReferrals();
        rows.saveAlerts();
        rows.saveParkings();
        rows.erase();
    }

    private void saveAssessments() {
        save("""
                insert into assessment (assessment_id, clinic_id, network_id, synthetic, erased, revision, status, urgency,
                                        received_at, patient_reference, conflicting, undecided_since, unalerted_since,
                                        unacknowledged_since, asks_clinic)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (assessment_id) do update set
                    clinic_id = excluded.clinic_id, network_id = excluded.network_id, synthetic = excluded.synthetic,
                    erased = excluded.erased, revision = excluded.revision, status = excluded.status,
                    urgency = excluded.urgency, received_at = excluded.received_at,
                    patient_reference = excluded.patient_reference, conflicting = excluded.conflicting,
                    undecided_since = excluded.undecided_since, unalerted_since = excluded.unalerted_since,
                    unacknowledged_since = excluded.unacknowledged_since, asks_clinic = excluded.asks_clinic
                """, changes.stream().map(Change::after).map(ChangedRows::assessment));
    }

    private static Object[] assessment(AssessmentView view) {
        Standing standing = Standing.of(view);
        Optional<Origin> origin = view.origin();
        return row(
                view.assessmentId(),
                origin.map(Origin::clinicId).orElse(null),
                origin.map(Origin::networkId).orElse(null),
                origin.map(Origin::synthetic).orElse(false),
                view.isErased(),
                standing.revision(),
                standing.status().name(),
                standing.urgency().map(Urgency::name).orElse(null),
                time(standing.firstReceivedAt().orElse(null)),
                standing.patientReference().orElse(null),
                standing.hasConflict(),
                time(standing.waitingSince(Stage.DECISION).orElse(null)),
                time(standing.waitingSince(Stage.ALERT).orElse(null)),
                time(standing.waitingSince(Stage.ACKNOWLEDGEMENT).orElse(null)),
                OpenRequests.isClinicAsked(standing));
    }

    private void saveSubmissions() {
        save(
                """
                insert into submission (assessment_id, revision, body_hash, network_id, synthetic, lane, channel,
                                        received_at, assessed_at, previous_assessments, answers)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)
                on conflict (assessment_id, revision, body_hash) do update set
                    network_id = excluded.network_id, synthetic = excluded.synthetic, lane = excluded.lane,
                    channel = excluded.channel, received_at = excluded.received_at, assessed_at = excluded.assessed_at,
                    previous_assessments = excluded.previous_assessments, answers = excluded.answers
                """,
                news(Fact.Submitted.class)
                        .map(fact -> row(
                                fact.assessmentId(),
                                fact.body().revision(),
                                fact.body().hash(),
                                fact.origin().networkId(),
                                fact.origin().synthetic(),
                                fact.lane().name(),
                                fact.channel().name(),
                                time(fact.receivedAt()),
                                time(fact.assessedAt()),
                                fact.previousAssessments(),
                                fact.answers())));
    }

    /** To be counted again, once for each revision that tells no count. */
    private void saveUncounted() {
        save(
                "insert into uncounted (assessment_id) values (?) on conflict (assessment_id) do nothing",
                changes.stream()
                        .filter(change -> change.news(Fact.Submitted.class)
                                .anyMatch(fact -> fact.previousAssessments() == null
                                        && !fact.origin().synthetic()))
                        .map(change -> row(change.after().assessmentId())));
    }

    /** A repeat thus finds what was accepted while the database was away. */
    private void saveReservations() {
        save(
                """
                insert into reservation (assessment_id, clinic_id, body_hash, received_at, previous_assessments)
                values (?, ?, ?, ?, ?) on conflict (assessment_id) do nothing
                """,
                changes.stream()
                        .filter(change -> !change.after().isErased()
                                && change.news(Fact.Submitted.class).findAny().isPresent())
                        .flatMap(change -> Standing.of(change.after()).firstSubmission().stream())
                        .map(fact -> row(
                                fact.assessmentId(),
                                fact.origin().clinicId(),
                                fact.body().hash(),
                                time(fact.receivedAt()),
                                fact.previousAssessments())));
    }

    private void saveReferences() {
        save(
                """
                insert into patient_reference (assessment_id, revision, received_at, reference) values (?, ?, ?, ?)
                on conflict (assessment_id, revision, received_at, reference) do nothing
                """,
                news(Fact.Referenced.class)
                        .map(fact -> row(
                                fact.assessmentId(),
                                fact.revision(),
                                time(fact.receivedAt()),
                                fact.patientReference())));
    }

    private void saveDecisions() {
        save(
                """
                insert into decision (assessment_id, revision, body_hash, network_id, synthetic, decision_id, urgency,
                                      received_at, decided_at, document)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)
                on conflict (assessment_id, revision, body_hash) do update set
                    network_id = excluded.network_id, synthetic = excluded.synthetic,
                    decision_id = excluded.decision_id, urgency = excluded.urgency, received_at = excluded.received_at,
                    decided_at = excluded.decided_at, document = excluded.document
                """,
                news(Fact.Decided.class)
                        .map(fact -> row(
                                fact.assessmentId(),
                                fact.body().revision(),
                                fact.body().hash(),
                                fact.origin().networkId(),
                                fact.origin().synthetic(),
                                fact.decisionId(),
                                fact.urgency().name(),
                                time(fact.receivedAt()),
                                time(fact.decidedAt()),
                                fact.document())));
    }

    private void saveReferrals() {
        save(
                """
                insert into referral (referral_id, assessment_id, version, episode, queue, urgency, is_primary, state,
                                      due_at, reason, advice, site, appointment_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (referral_id) do update set
                    version = excluded.version, episode = excluded.episode, queue = excluded.queue,
                    urgency = excluded.urgency, is_primary = excluded.is_primary, state = excluded.state,
                    due_at = excluded.due_at, reason = excluded.reason, advice = excluded.advice, site = excluded.site,
                    appointment_at = excluded.appointment_at, changed_at = excluded.changed_at
                where referral.assessment_id = excluded.assessment_id
                """,
                news(Fact.ReferralChanged.class)
                        .map(fact -> row(
                                fact.referralId(),
                                fact.assessmentId(),
                                fact.version(),
                                fact.episode(),
                                fact.queue(),
                                fact.urgency().name(),
                                fact.primary(),
                                fact.state(),
                                time(fact.dueAt()),
                                fact.reason(),
                                fact.advice(),
                                fact.site(),
                                time(fact.appointmentAt()),
                                time(fact.changedAt()))));
    }

    private void saveAlerts() {
        save(
                """
                insert into alert (alert_id, assessment_id, version, episode, state, raised_at, delivered_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (alert_id) do update set
                    version = excluded.version, episode = excluded.episode, state = excluded.state,
                    raised_at = excluded.raised_at, delivered_at = excluded.delivered_at
                where alert.assessment_id = excluded.assessment_id
                """,
                news(Fact.AlertChanged.class)
                        .map(fact -> row(
                                fact.alertId(),
                                fact.assessmentId(),
                                fact.version(),
                                fact.episode(),
                                fact.state(),
                                time(fact.raisedAt()),
                                time(fact.deliveredAt()))));
    }

    private void saveParkings() {
        save(
                """
                insert into parking (assessment_id, revision, parked_at) values (?, ?, ?)
                on conflict (assessment_id, revision) do update set parked_at = excluded.parked_at
                """,
                news(Fact.Parked.class).map(fact -> row(fact.assessmentId(), fact.revision(), time(fact.parkedAt()))));
    }

    private void erase() {
        List<UUID> erased =
                news(Fact.Erased.class).map(Fact.Erased::assessmentId).toList();
        if (!erased.isEmpty()) {
            jdbc.update("delete from patient_reference where assessment_id = any(?)", Columns.ids(erased));
            jdbc.update("delete from reservation where assessment_id = any(?)", Columns.ids(erased));
            jdbc.update("delete from uncounted where assessment_id = any(?)", Columns.ids(erased));
            jdbc.update("delete from amendment where assessment_id = any(?)", Columns.ids(erased));
        }
    }

    private <F extends Fact> Stream<F> news(Class<F> kind) {
        return changes.stream().flatMap(change -> change.news(kind));
    }

    private void save(String sql, Stream<Object[]> rows) {
        List<Object[]> batch = rows.toList();
        if (!batch.isEmpty()) {
            jdbc.batchUpdate(sql, batch);
        }
    }

    private static Object[] row(@Nullable Object... values) {
        return values;
    }
}
