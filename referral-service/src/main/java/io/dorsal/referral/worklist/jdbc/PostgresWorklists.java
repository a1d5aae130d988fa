package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.jdbc.ReadingDatabase;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.patients.jdbc.ReferenceOfPatient;
import io.dorsal.referral.worklist.Line;
import io.dorsal.referral.worklist.QueueSummary;
import io.dorsal.referral.worklist.ReferralFile;
import io.dorsal.referral.worklist.WorklistQuery;
import io.dorsal.referral.worklist.Worklists;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads referrals from PostgreSQL, each call in one transaction: pages by key and not by offset; counts as they are kept,
 * without counting.
 */
@Repository
class PostgresWorklists implements Worklists {

    private static final String ONE = """
            select referral.*, assessment.decision, (%s) as reference
            from referral join assessment using (assessment_id)
            where referral_id = :id
                and %s
            """.formatted(ReferenceOfPatient.SQL, Tenancy.ANYBODY);

    private static final String HISTORY = """
            select * from referral_change where referral_id = :id order by version
            """;

    private final ReadingDatabase database;

    PostgresWorklists(ReadingDatabase database) {
        this.database = database;
    }

    @Override
    public List<QueueSummary> summaries(Visibility visibility, Instant now) {
        return database.read(jdbc -> Tallies.read(jdbc, visibility, now));
    }

    @Override
    public List<Line> page(WorklistQuery query, Visibility visibility) {
        return database.read(jdbc -> page(jdbc, query, visibility));
    }

    private static List<Line> page(JdbcClient jdbc, WorklistQuery query, Visibility visibility) {
        String state = query.wantedState()
                .map(wanted -> wanted.isOpen() ? "is_open and state = :state" : "not is_open and state = :state")
                .orElse("is_open");
        String after = query.position().isPresent()
                ? "(urgency, due_at, referral_id) > (cast(:urgency as urgency), :due, :id)"
                : "true";
        StatementSpec statement = Tenancy.within(
                        visibility, jdbc.sql("""
                        select referral.*, %s
                        from referral where queue = :queue and not synthetic and %s and %s and %s
                        order by urgency, due_at, referral_id limit :limit
                        """.formatted(ReadRows.ACCEPTED_BY, state, after, Tenancy.STAFF)))
                .param("queue", query.queue().name())
                .param("limit", query.limit());
        query.wantedState().ifPresent(wanted -> statement.param("state", wanted.name()));
        query.position()
                .ifPresent(position -> statement
                        .param("urgency", position.urgency().name())
                        .param("due", ReadRows.column(position.dueAt()))
                        .param("id", position.referralId().value()));
        return statement.query(ReadRows::line).list();
    }

    @Override
    public Optional<ReferralFile> find(ReferralId id, Visibility visibility) {
        return database.read(jdbc -> Tenancy.within(visibility, jdbc.sql(ONE))
                .param("clinic", visibility.clinicId())
                .param("id", id.value())
                .query(ReadRows::file)
                .optional()
                .map(file -> file.withHistory(history(jdbc, id))));
    }

    private static List<ReferralFile.Step> history(JdbcClient jdbc, ReferralId id) {
        return jdbc.sql(HISTORY).param("id", id.value()).query(ReadRows::step).list();
    }
}
