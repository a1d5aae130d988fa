package io.dorsal.referral.sites.jdbc;

import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.integers;
import static io.dorsal.referral.lifecycle.jdbc.SqlArrays.texts;

import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.sites.Load;
import io.dorsal.referral.sites.Place;
import io.dorsal.referral.sites.Rank;
import io.dorsal.referral.sites.SiteBook;
import io.dorsal.referral.sites.SiteRegistry.KnownSite;
import io.dorsal.referral.sites.Sites;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads sites and their load behind a savepoint, and no longer than a second a statement: a database that refuses this, or
 * hangs in it, still takes the referrals. A line is read as far as it matters, whatever stands behind.
 */
@Repository
class PostgresSiteBook implements SiteBook {

    private static final int PATIENCE_SECONDS = 1;

    private static final String LINES = """
            select place.queue, place.site, ahead.urgency, ahead.due_at, ahead.referral_id
            from unnest(?, ?, ?) as place (queue, site, length)
            cross join lateral (
                select urgency, due_at, referral_id from referral
                where queue = place.queue and coalesce(referral.site, placed_site) = place.site and is_open and not synthetic
                order by urgency, due_at, referral_id limit place.length) as ahead
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;
    private final SiteTable table;

    PostgresSiteBook(DataSource connections, PlatformTransactionManager transactions, SiteTable table) {
        this.jdbc = new JdbcTemplate(connections);
        this.jdbc.setQueryTimeout(PATIENCE_SECONDS);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.table = table;
    }

    @Override
    public <T> T read(Function<Known, T> work) {
        return Objects.requireNonNull(apart.execute(status -> work.apply(new Reading())));
    }

    private final class Reading implements Known {

        @Override
        public Sites sites() {
            return new Sites(table.over(jdbc.query(SiteTable.ALL, table::read)).stream()
                    .map(KnownSite::site)
                    .toList());
        }

        @Override
        public Load load(Map<Place, Integer> lengths) {
            Load load = new Load();
            Collection<Map.Entry<Place, Integer>> places = lengths.entrySet();
            jdbc.query(
                    LINES,
                    row -> {
                        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
                        load.add(
                                new Place(Queue.valueOf(row.getString("queue")), row.getString("site")),
                                new Rank(
                                        Urgency.valueOf(row.getString("urgency")),
                                        due.equals(OffsetDateTime.MAX) ? null : due.toInstant(),
                                        new ReferralId(row.getObject("referral_id", UUID.class))));
                    },
                    texts(places, place -> place.getKey().queue().name()),
                    texts(places, place -> place.getKey().site()),
                    integers(places, Map.Entry::getValue));
            return load;
        }
    }
}
