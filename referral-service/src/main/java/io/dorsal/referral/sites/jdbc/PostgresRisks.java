package io.dorsal.referral.sites.jdbc;

import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.texts;

import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.jdbc.ReferralRows;
import io.dorsal.referral.sites.QueueRisk;
import io.dorsal.referral.sites.RiskBook;
import io.dorsal.rules.decision.Queue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Risks in PostgreSQL; who is at risk is looked up by an index of those alone. */
@Repository
class PostgresRisks implements RiskBook {

    private static final String FIRST = """
            select first.* from unnest(?) as each (queue)
            cross join lateral (
                select * from referral
                where queue = each.queue and placed_reason = 'NO_SITE_IN_TIME' and state = 'ROUTED' and not synthetic
                order by urgency, due_at, referral_id limit 1) as first
            """;

    private final JdbcTemplate jdbc;

    PostgresRisks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Referral> firstAtRisk() {
        return jdbc.query(FIRST, ReferralRows::read, texts(Arrays.asList(Queue.values()), Enum::name));
    }

    @Override
    public List<QueueRisk> told() {
        return jdbc.query("select queue, since, clear_since from queue_risk", PostgresRisks::read);
    }

    @Override
    public boolean begin(QueueRisk risk) {
        return jdbc.update(
                        "insert into queue_risk (queue, since) values (?, ?) on conflict do nothing",
                        risk.queue().name(),
                        column(risk.since()))
                == 1;
    }

    @Override
    public void update(QueueRisk risk) {
        jdbc.update(
                "update queue_risk set clear_since = ? where queue = ?",
                column(risk.clearSince()),
                risk.queue().name());
    }

    @Override
    public void end(Queue queue) {
        jdbc.update("delete from queue_risk where queue = ?", queue.name());
    }

    private static QueueRisk read(ResultSet row, int index) throws SQLException {
        OffsetDateTime clearSince = row.getObject("clear_since", OffsetDateTime.class);
        return new QueueRisk(
                Queue.valueOf(row.getString("queue")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                clearSince == null ? null : clearSince.toInstant());
    }

    private static @Nullable OffsetDateTime column(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
