package io.dorsal.referral.worklist.jdbc;

import io.dorsal.referral.jdbc.ReadingDatabase;
import io.dorsal.referral.worklist.ChangedReferrals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the history of all referrals as one log. */
@Repository
class PostgresChangedReferrals implements ChangedReferrals {

    /** All transactions before it have ended, as seen by the one state that a transaction of ours reads. */
    private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private static final String CHANGES = """
            select change.xid, change.change_seq, referral.*, %s
            from (select xid, change_seq, referral_id from referral_change
                where (xid, change_seq) > (:transaction, :number) and xid < :horizon
                order by xid, change_seq limit :most) as change
            join referral using (referral_id)
            order by change.xid, change.change_seq
            """.formatted(ReadRows.ACCEPTED_BY);

    private final ReadingDatabase database;

    PostgresChangedReferrals(ReadingDatabase database) {
        this.database = database;
    }

    @Override
    public Position end() {
        return database.read(jdbc -> new Position(horizon(jdbc), 0));
    }

    @Override
    public Changes after(Position position, int most) {
        return database.read(jdbc -> {
            long horizon = horizon(jdbc);
            List<Changed> rows = jdbc.sql(CHANGES)
                    .param("transaction", position.transaction())
                    .param("number", position.number())
                    .param("horizon", horizon)
                    .param("most", most)
                    .query(PostgresChangedReferrals::read)
                    .list();
            boolean complete = rows.size() < most;
            Position end = complete
                    ? later(position, new Position(horizon, 0))
                    : rows.getLast().position();
            return new Changes(last(rows), end, complete);
        });
    }

    private static long horizon(JdbcClient jdbc) {
        return jdbc.sql(HORIZON).query(Long.class).single();
    }

    private static List<Changed> last(List<Changed> rows) {
        Map<UUID, Changed> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(row.line().referral().id().value(), row));
        return last.values().stream()
                .sorted(Comparator.comparing(Changed::position))
                .toList();
    }

    private static Position later(Position one, Position other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Changed read(ResultSet row, int index) throws SQLException {
        return new Changed(new Position(row.getLong("xid"), row.getLong("change_seq")), ReadRows.line(row, index));
    }
}
