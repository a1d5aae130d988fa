package io.dorsal.intake.view.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Views;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeServiceTest
class CountedConflictsIT {

    @Autowired
    private Database database;

    @Autowired
    private Views views;

    @Test
    void aConflictIsCountedByWhatIsStoredWhoeverFoundIt() {
        CountedConflicts conflicts = new CountedConflicts(database);
        assertThat(conflicts.last()).isNaN();
        conflicts.count();
        double before = conflicts.last();
        UUID id = UUID.randomUUID();

        views.fold(List.of(
                new Referenced(id, 1, Instant.EPOCH, "one patient"),
                new Referenced(id, 1, Instant.EPOCH, "another patient")));
        conflicts.count();

        assertThat(conflicts.last()).isEqualTo(before + 1);
    }
}
