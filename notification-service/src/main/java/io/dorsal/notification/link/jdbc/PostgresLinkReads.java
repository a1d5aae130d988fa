package io.dorsal.notification.link.jdbc;

import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.alert.jdbc.AlertRows;
import io.dorsal.notification.database.DatabaseWatch;
import io.dorsal.notification.link.LinkReads;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads alerts, and which links were used. */
final class PostgresLinkReads implements LinkReads {

    private final JdbcClient jdbc;
    private final DatabaseWatch watch;

    PostgresLinkReads(JdbcClient jdbc, DatabaseWatch watch) {
        this.jdbc = jdbc;
        this.watch = watch;
    }

    @Override
    public Optional<Alert> find(AlertId id) {
        watch.requireMigrated();
        return jdbc.sql("select * from alert where id = :id")
                .param("id", id.value())
                .query(AlertRows::alert)
                .optional();
    }

    @Override
    public boolean isUsed(UUID delivery) {
        watch.requireMigrated();
        return jdbc.sql("select exists (select from used_link where delivery_id = :id)")
                .param("id", delivery)
                .query(Boolean.class)
                .single();
    }
}
