package io.dorsal.referral.fhir.jdbc;

import io.dorsal.referral.fhir.RecordQuery;
import io.dorsal.referral.fhir.RecordQuery.Selected;
import io.dorsal.referral.fhir.ReferralRecord;
import io.dorsal.referral.fhir.ReferralRecords;
import io.dorsal.referral.jdbc.ReadingDatabase;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.referral.lifecycle.jdbc.ReferralRows;
import io.dorsal.referral.lifecycle.jdbc.SqlArrays;
import io.dorsal.referral.patients.jdbc.ReferenceOfPatient;
import io.dorsal.referral.worklist.jdbc.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads pages of referrals by key: of each queue and state as many as a page has, by the index that is in their order. */
@Repository
class PostgresReferralRecords implements ReferralRecords {

    private static final String RECORD =
            "select referral.*, assessment.decision, (%s) as reference ".formatted(ReferenceOfPatient.SQL);

    private static final String ONE = RECORD + """
             from referral join assessment using (assessment_id) where referral_id = :id and\s""" + Tenancy.ANYBODY;

    private static final String IN_SPAN =
            "(changed_at, referral_id) > (:after, :id) and changed_at < :before order by changed_at, referral_id limit :limit";

    /** In the queues of staff, and, whoever works on them, of the clinic. */
    private static final String OF_ALL = """
            select referral_id, changed_at from (
                select one.* from unnest(:wanted) as wanted (queue) cross join unnest(:states) as stated (state)
                cross join lateral (
                    select referral_id, changed_at from referral
                    where queue = wanted.queue and state = stated.state and not synthetic
                        and (:everything or network_id = any(:networks)) and %1$s) as one
                where :everything or wanted.queue = any(:queues)
                union
                select one.* from unnest(:states) as stated (state)
                cross join lateral (
                    select referral_id, changed_at from referral
                    where clinic_id = cast(:clinic as text) and state = stated.state and queue = any(:wanted) and %1$s) as one
            ) as either order by changed_at, referral_id limit :limit
            """.formatted(IN_SPAN);

    private static final String OF_SOME = """
            select referral_id, changed_at from referral
            where %s = any(:some) and queue = any(:wanted) and state = any(:states) and %s and %s
            """;

    private static final String OF_IDS = OF_SOME.formatted("referral_id", Tenancy.ANYBODY, IN_SPAN);
    private static final String OF_ASSESSMENTS = OF_SOME.formatted("assessment_id", Tenancy.ANYBODY, IN_SPAN);

    private static final String PAGE = "with page as materialized (%s) " + RECORD + """
            from page join referral using (referral_id) join assessment using (assessment_id)
            order by referral.changed_at, referral_id
            """;

    private final ReadingDatabase database;

    PostgresReferralRecords(ReadingDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<ReferralRecord> find(ReferralId id, Visibility visibility) {
        return database.read(jdbc -> Tenancy.within(visibility, jdbc.sql(ONE))
                .param("clinic", visibility.clinicId())
                .param("id", id.value())
                .query(PostgresReferralRecords::read)
                .optional());
    }

    @Override
    public List<ReferralRecord> page(RecordQuery query, Visibility visibility) {
        return database.read(jdbc -> Tenancy.within(visibility, selected(jdbc, query.selected()))
                .param("clinic", visibility.clinicId())
                .param("wanted", SqlArrays.texts(query.queues(), Enum::name))
                .param("states", SqlArrays.texts(query.states(), Enum::name))
                .param("after", query.after().changedAt().atOffset(ZoneOffset.UTC))
                .param("id", query.after().referralId())
                .param("before", query.before().atOffset(ZoneOffset.UTC))
                .param("limit", query.limit())
                .query(PostgresReferralRecords::read)
                .list());
    }

    private static StatementSpec selected(JdbcClient jdbc, Selected selected) {
        return switch (selected) {
            case Selected.All _ -> jdbc.sql(PAGE.formatted(OF_ALL));
            case Selected.OfIds(var ids) ->
                jdbc.sql(PAGE.formatted(OF_IDS)).param("some", SqlArrays.uuids(ids, id -> id));
            case Selected.OfAssessments(var ids) ->
                jdbc.sql(PAGE.formatted(OF_ASSESSMENTS)).param("some", SqlArrays.uuids(ids, id -> id));
        };
    }

    private static ReferralRecord read(ResultSet row, int index) throws SQLException {
        return new ReferralRecord(
                ReferralRows.read(row, index),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("reference"),
                row.getString("decision"));
    }
}
