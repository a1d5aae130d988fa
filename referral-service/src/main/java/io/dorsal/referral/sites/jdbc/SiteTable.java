package io.dorsal.referral.sites.jdbc;

import io.dorsal.referral.sites.ConfiguredSites;
import io.dorsal.referral.sites.Site;
import io.dorsal.referral.sites.SiteForm;
import io.dorsal.referral.sites.SiteReading;
import io.dorsal.referral.sites.SiteRegistry.KnownSite;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of sites that were changed, over those of the file. */
@Component
class SiteTable {

    static final String ALL = "select site_id, version, definition from site";

    private static final Logger LOG = LoggerFactory.getLogger(SiteTable.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConfiguredSites configured;
    private final Map<String, Row> read = new ConcurrentHashMap<>();

    SiteTable(ConfiguredSites configured) {
        this.configured = configured;
    }

    /** All sites, in the order of their ids: the file's, but for what rows say of the same ids. */
    List<KnownSite> over(List<Row> rows) {
        Map<String, KnownSite> known = new TreeMap<>();
        configured.sites().all().forEach(site -> known.put(site.id(), new KnownSite(site, 0)));
        for (Row row : rows) {
            row.known().ifPresentOrElse(site -> known.put(row.id(), site), () -> known.remove(row.id()));
        }
        return List.copyOf(known.values());
    }

    /** That of the file, if there is one. */
    Optional<Site> configured(String id) {
        return configured.sites().all().stream()
                .filter(site -> site.id().equals(id))
                .findFirst();
    }

    /** A row with all the columns of {@link #ALL}; what it defines is read once a version. */
    Row read(ResultSet row, int index) throws SQLException {
        String id = row.getString("site_id");
        long version = row.getLong("version");
        Row before = read.get(id);
        if (before != null && before.version() == version) {
            return before;
        }
        Row now = new Row(id, version, site(id, row.getString("definition")));
        read.put(id, now);
        return now;
    }

    static String json(Site site) {
        return JSON.writeValueAsString(SiteForm.of(site));
    }

    private static @Nullable Site site(String id, @Nullable String definition) {
        if (definition == null) {
            return null;
        }
        return switch (SiteForm.read(id, JSON.readValue(definition, Object.class))) {
            case SiteReading.Read(Site site) -> site;
            case SiteReading.Refused _ -> {
                LOG.error(
                        "Site {} was set by a version that says more than this one reads: nobody is referred to it",
                        id);
                yield null;
            }
        };
    }

    /** @param site null where it was removed */
    record Row(String id, long version, @Nullable Site site) {

        Optional<KnownSite> known() {
            return Optional.ofNullable(site).map(found -> new KnownSite(found, version));
        }
    }
}
