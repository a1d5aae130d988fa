package io.dorsal.intake.view.jdbc;

import io.dorsal.intake.jdbc.Database;
import java.util.Objects;

/** How many assessments have two bodies or two patients under one revision, when last counted. */
final class CountedConflicts {

    private final Database database;
    private volatile double last = Double.NaN;

    CountedConflicts(Database database) {
        this.database = database;
    }

    void count() {
        last = Objects.requireNonNull(database.execute(
                jdbc -> jdbc.queryForObject("select count(*) from assessment where conflicting", Double.class)));
    }

    /** Not a number until it was counted. */
    double last() {
        return last;
    }
}
