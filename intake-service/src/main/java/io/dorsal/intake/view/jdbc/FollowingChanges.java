package io.dorsal.intake.view.jdbc;

import io.dorsal.intake.view.Change;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what follows from changes of views, within the transaction that makes these visible: both, or neither. */
@FunctionalInterface
public interface FollowingChanges {

    /** The changes are written, and their assessments are locked. */
    void follow(JdbcTemplate jdbc, List<Change> changes);
}
