package io.dorsal.referral.sites.jdbc;

import io.dorsal.referral.jdbc.ReadingDatabase;
import io.dorsal.referral.sites.Site;
import io.dorsal.referral.sites.SiteRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what administrators change; a removed site leaves a row, so that the file does not bring it back. */
@Repository
class PostgresSiteRegistry implements SiteRegistry {

    private static final String ONE = SiteTable.ALL + " where site_id = ?";

    private static final String WRITE = """
            insert into site (site_id, version, definition, changed_by, changed_at)
            values (?, ?, cast(? as jsonb), ?, clock_timestamp())
            on conflict (site_id) do update
            set version = excluded.version, definition = excluded.definition, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at
            where site.version = excluded.version - 1
            """;

    private final ReadingDatabase reading;
    private final JdbcClient writing;
    private final TransactionTemplate transactions;
    private final SiteTable table;

    PostgresSiteRegistry(
            ReadingDatabase reading, JdbcClient writing, TransactionTemplate transactions, SiteTable table) {
        this.reading = reading;
        this.writing = writing;
        this.transactions = transactions;
        this.table = table;
    }

    @Override
    public List<KnownSite> all() {
        return reading.read(
                jdbc -> table.over(jdbc.sql(SiteTable.ALL).query(table::read).list()));
    }

    @Override
    public Optional<KnownSite> find(String id) {
        return all().stream().filter(known -> known.site().id().equals(id)).findFirst();
    }

    @Override
    public SiteChange put(Site site, OptionalLong read, String by) {
        return inTransaction(() -> {
            Standing standing = standing(site.id());
            Optional<KnownSite> known = standing.known();
            if (known.filter(one -> isRepeated(one, site, read)).isPresent()) {
                return new SiteChange.Put(known.get(), read.isEmpty());
            }
            if (known.isEmpty() && read.isPresent()) {
                return new SiteChange.Unknown();
            }
            if (known.isPresent() && known.get().version() != read.orElse(-1)) {
                return new SiteChange.Stale();
            }
            long next = standing.version() + 1;
            return write(site.id(), next, SiteTable.json(site), by)
                    ? new SiteChange.Put(new KnownSite(site, next), known.isEmpty())
                    : new SiteChange.Stale();
        });
    }

    /** Whether the site is as it was to become; of one that was to be new, whichever version that has made. */
    private static boolean isRepeated(KnownSite known, Site site, OptionalLong read) {
        return known.version() > 0
                && known.site().equals(site)
                && (read.isEmpty() || read.getAsLong() + 1 == known.version());
    }

    @Override
    public SiteChange remove(String id, long read, String by) {
        return inTransaction(() -> {
            Standing standing = standing(id);
            Optional<KnownSite> known = standing.known();
            if (known.isEmpty()) {
                return new SiteChange.Unknown();
            }
            return known.get().version() == read && write(id, standing.version() + 1, null, by)
                    ? new SiteChange.Removed()
                    : new SiteChange.Stale();
        });
    }

    private SiteChange inTransaction(Supplier<SiteChange> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private Standing standing(String id) {
        return writing.sql(ONE + " for update")
                .param(id)
                .query(table::read)
                .optional()
                .map(row -> new Standing(row.version(), row.known()))
                .orElseGet(() -> new Standing(0, table.configured(id).map(site -> new KnownSite(site, 0))));
    }

    private boolean write(String id, long version, @Nullable String definition, String by) {
        return writing.sql(WRITE)
                        .param(id)
                        .param(version)
                        .param(definition)
                        .param(by)
                        .update()
                == 1;
    }

    /** @param known empty where there is no such site, or it was removed */
    private record Standing(long version, Optional<KnownSite> known) {}
}
