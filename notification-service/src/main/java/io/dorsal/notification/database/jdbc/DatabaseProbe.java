package io.dorsal.notification.database.jdbc;

import io.dorsal.notification.database.DatabaseWatch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the database twice a second whether it is there. */
final class DatabaseProbe implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProbe.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final JdbcTemplate jdbc;
    private final DatabaseWatch watch;
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    DatabaseProbe(JdbcTemplate jdbc, DatabaseWatch watch) {
        this.jdbc = jdbc;
        this.watch = watch;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("database-probe").daemon().start(this::run);
    }

    private void run() {
        boolean unusable = false;
        try {
            while (running) {
                ask();
                if (unusable != watch.isUnusable()) {
                    unusable = !unusable;
                    LOG.warn(unusable ? "The database is away: failing open" : "The database is back");
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
