package io.dorsal.notification.reading.jdbc;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.alert.Sight;
import io.dorsal.notification.alert.jdbc.SightSql;
import io.dorsal.notification.alert.jdbc.SqlTimes;
import io.dorsal.notification.reading.TellingRead;
import io.dorsal.notification.reading.TellingRead.Tried;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the latest attempt of each contact and channel from the timelines of alerts. */
final class TellingRows {

    private TellingRows() {}

    static List<TellingRead> read(JdbcClient jdbc, Collection<AlertId> ids, Sight sight) {
        Map<UUID, Found> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select a.id, a.kind, a.network_id, t.contact_id, t.channel, t.outcome, coalesce(t.last_at, t.at) as at, t.times
                        from alert a left join lateral (
                            select distinct on (l.contact_id, l.channel) l.*
                            from timeline l where l.alert_id = a.id and l.what = 'ATTEMPT'
                            order by l.contact_id, l.channel, l.id desc) t on true
                        where a.id = any(:ids) and
                        """ + SightSql.WITHIN + " order by a.raised_at, a.id, t.contact_id, t.channel")
                .param("ids", ids.stream().map(AlertId::value).toArray(UUID[]::new))
                .params(SightSql.parameters(sight))
                .query(row -> {
                    Found alert = found.computeIfAbsent(row.getObject("id", UUID.class), id -> new Found());
                    alert.kind = row.getString("kind");
                    alert.network = row.getString("network_id");
                    if (row.getString("contact_id") != null) {
                        alert.tried.add(tried(row));
                    }
                });
        return found.entrySet().stream()
                .map(entry -> entry.getValue().as(new AlertId(entry.getKey())))
                .toList();
    }

    private static Tried tried(ResultSet row) throws SQLException {
        return new Tried(
                row.getString("contact_id"),
                row.getString("channel"),
                row.getString("outcome"),
                SqlTimes.required(row, "at"),
                row.getInt("times"));
    }

    /** An alert while its rows are read. */
    private static final class Found {

        private final List<Tried> tried = new ArrayList<>();
        private String kind = "";
        private String network = "";

        TellingRead as(AlertId id) {
            return new TellingRead(id, AlertKind.valueOf(kind), network, tried);
        }
    }
}
