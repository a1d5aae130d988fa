package io.dorsal.intake.view.jdbc;

import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.view.Change;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Views;
import java.util.Collection;
import java.util.List;

/** Keeps the views in PostgreSQL. */
final class JdbcViews implements Views {

    private final Database database;
    private final FollowingChanges followers;

    JdbcViews(Database database, FollowingChanges followers) {
        this.database = database;
        this.followers = followers;
    }

    @Override
    public List<Change> fold(Collection<? extends Fact> facts) {
        return facts.isEmpty()
                ? List.of()
                : database.write(jdbc -> {
                    List<Change> changes = Folding.fold(jdbc, facts);
                    followers.follow(jdbc, changes);
                    return changes;
                });
    }
}
