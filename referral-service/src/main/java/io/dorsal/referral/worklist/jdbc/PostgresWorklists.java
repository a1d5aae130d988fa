package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.routing.ReferralId;
import io.dorsal.referral.worklist.QueueSummary;
import io.dorsal.referral.worklist.ReferralFile;
import io.dorsal.referral.worklist.Visibility;
import io.dorsal.referral.worklist.WorklistItem;
import io.dorsal.referral.worklist.WorklistQuery;
import io.dorsal.referral.worklist.Worklists;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Reads referrals from PostgreSQL: pages by key and not by offset; counts of what is open, never of all history. */
@Repository
class PostgresWorklists implements Worklists {

    private static final String STAFF =
            "(:everything or (referral.queue = any(:queues) and referral.network_id = any(:networks)))";

    private static final String SUMMARIES = """
            select queue, state, urgency, count(*) as waiting, min(routed_at) as oldest,
                count(*) filter (where due_at < :now) as breaches
            from referral where is_open and not synthetic and\s""" + STAFF + " group by queue, state, urgency";

    private static final String ONE = """
            select referral.*, assessment.decision, patient.reference
            from referral join assessment using (assessment_id) left join patient using (assessment_id)
            where referral_id = :id and (referral.clinic_id = cast(:clinic as text) or\s""" + STAFF + ")";

    private static final String HISTORY = """
            select version, revision, changed_at, actor, from_state, to_state, urgency, reason
            from referral_change where referral_id = :id order by version
            """;

    private final JdbcClient jdbc;

    PostgresWorklists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<QueueSummary> summaries(Visibility visibility, Instant now) {
        return SummaryRow.summaries(within(visibility, jdbc.sql(SUMMARIES))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SummaryRow::read)
                .list());
    }

    @Override
    public List<WorklistItem> page(WorklistQuery query, Visibility visibility) {
        String state = query.wantedState()
                .map(wanted -> wanted.isOpen() ? "is_open and state = :state" : "not is_open and state = :state")
                .orElse("is_open");
        String after = query.position().isPresent()
                ? "(urgency, due_at, referral_id) > (cast(:urgency as urgency), :due, :id)"
                : "true";
        StatementSpec statement = within(visibility, jdbc.sql("""
                        select referral_id, assessment_id, clinic_id, queue, urgency, state, routed_at, due_at, rules
                        from referral where queue = :queue and not synthetic and %s and %s and %s
                        order by urgency, due_at, referral_id limit :limit
                        """.formatted(state, after, STAFF)))
                .param("queue", query.queue().name())
                .param("limit", query.limit());
        query.wantedState().ifPresent(wanted -> statement.param("state", wanted.code()));
        query.position()
                .ifPresent(position -> statement
                        .param("urgency", position.urgency().name())
                        .param("due", ReferralRows.column(position.dueAt()))
                        .param("id", position.referralId().value()));
        return statement.query(ReferralRows::line).list();
    }

    @Override
    public Optional<ReferralFile> find(ReferralId id, Visibility visibility) {
        return within(visibility, jdbc.sql(ONE))
                .param("clinic", visibility.clinicId())
                .param("id", id.value())
                .query((row, index) -> ReferralRows.file(row, history(id)))
                .optional();
    }

    private List<ReferralFile.Step> history(ReferralId id) {
        return jdbc.sql(HISTORY)
                .param("id", id.value())
                .query(ReferralRows::step)
                .list();
    }

    private static StatementSpec within(Visibility visibility, StatementSpec statement) {
        return statement
                .param("everything", visibility.everything())
                .param(
                        "queues",
                        new SqlArrayValue(
                                "text",
                                visibility.queues().stream().map(Enum::name).toArray()))
                .param(
                        "networks",
                        new SqlArrayValue("text", visibility.networks().toArray()));
    }
}
