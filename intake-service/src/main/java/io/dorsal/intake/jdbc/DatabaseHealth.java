package io.dorsal.intake.jdbc;

import io.dorsal.kit.messaging.TransientFailureException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Tells whether assessments can be read. Without the database the service is degraded, and still accepts them. */
final class DatabaseHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final Database database;

    DatabaseHealth(Database database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            database.execute(jdbc -> jdbc.queryForObject("select 1", Integer.class));
            return Health.up().build();
        } catch (TransientFailureException e) {
            return Health.status(DEGRADED).build();
        }
    }
}
