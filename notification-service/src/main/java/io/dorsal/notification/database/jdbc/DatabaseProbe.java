package io.dorsal.notification.database.jdbc;

import io.dorsal.kit.background.Next;
import io.dorsal.notification.database.DatabaseWatch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the database twice a second whether it is there. */
final class DatabaseProbe {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final JdbcTemplate jdbc;
    private final DatabaseWatch watch;
    private boolean unusable;

    DatabaseProbe(JdbcTemplate jdbc, DatabaseWatch watch) {
        this.jdbc = jdbc;
        this.watch = watch;
    }

    Next round() {
        ask();
        if (unusable != watch.isUnusable()) {
            unusable = !unusable;
            LOG.warn(unusable ? "The database is away: failing open" : "The database is back");
        }
        return Next.after(PAUSE);
    }

    private void ask() {
        try {
            jdbc.queryForObject("select 1", Integer.class);
            if (watch.isMigrated()) {
                watch.answered();
            }
        } catch (DataAccessException e) {
            LOG.debug("The database has not answered");
        }
    }
}
