package io.dorsal.intake.view.jdbc;

import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.jdbc.ReadingDatabase;
import io.dorsal.intake.view.AssessmentView;
import io.dorsal.intake.view.ChangedAssessments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the changes that a trigger notes. */
final class JdbcChangedAssessments implements ChangedAssessments {

    /** All transactions before it have ended, as seen by the one state that a transaction of ours reads. */
    private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private static final String CHANGES = """
            select xid, change_seq, clinic_id, assessment_id from assessment_change
            where (xid, change_seq) > (?, ?) and xid < ? and clinic_id = any(?)
            order by xid, change_seq limit ?
            """;

    private static final String FORGET = """
            with gone as (delete from assessment_change where changed_at < now() - interval '1 hour' returning xid)
            update assessment_change_forgotten set xid = greatest(xid, (select max(xid) from gone))
            where exists (select from gone)
            """;

    private final ReadingDatabase database;
    private final Database writing;

    JdbcChangedAssessments(ReadingDatabase database, Database writing) {
        this.database = database;
        this.writing = writing;
    }

    @Override
    public Position end() {
        return database.read(jdbc -> new Position(horizon(jdbc), 0));
    }

    @Override
    public Changes after(Position position, Collection<String> clinicIds, int most) {
        return database.read(jdbc -> {
            long horizon = horizon(jdbc);
            List<Row> rows = jdbc.query(
                    CHANGES,
                    statement -> {
                        statement.setLong(1, position.transaction());
                        statement.setLong(2, position.number());
                        statement.setLong(3, horizon);
                        statement.setArray(4, statement.getConnection().createArrayOf("text", clinicIds.toArray()));
                        statement.setInt(5, most);
                    },
                    JdbcChangedAssessments::row);
            boolean complete = rows.size() < most;
            Position end = complete
                    ? max(position, new Position(horizon, 0))
                    : rows.getLast().position();
            return new Changes(changed(jdbc, rows), end, complete);
        });
    }

    private static List<Changed> changed(JdbcTemplate jdbc, List<Row> rows) {
        Map<UUID, Row> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(row.assessmentId(), row));
        Map<UUID, AssessmentView> views = StoredViews.load(jdbc, last.keySet());
        return last.values().stream()
                .sorted(Comparator.comparing(Row::position))
                .flatMap(row -> Optional.ofNullable(views.get(row.assessmentId()))
                        .map(view -> new Changed(row.position(), row.clinicId(), view))
                        .stream())
                .toList();
    }

    @Override
    public boolean hasForgottenSince(Position position) {
        return database.read(jdbc -> {
            Long forgotten = jdbc.queryForObject("select xid from assessment_change_forgotten", Long.class);
            return position.transaction() < (forgotten == null ? 0 : forgotten)
                    || position.transaction() > horizon(jdbc);
        });
    }

    @Override
    public void forget() {
        writing.write(jdbc -> jdbc.update(FORGET));
    }

    private static long horizon(JdbcTemplate jdbc) {
        Long horizon = jdbc.queryForObject(HORIZON, Long.class);
        return horizon == null ? 0 : horizon;
    }

    private static Position max(Position one, Position other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                new Position(row.getLong("xid"), row.getLong("change_seq")),
                row.getString("clinic_id"),
                Columns.uuid(row, "assessment_id"));
    }

    private record Row(Position position, String clinicId, UUID assessmentId) {}
}
