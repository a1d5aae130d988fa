package io.dorsal.intake.view.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Channel;
import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Fact.Erased;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.FirstSight;
import io.dorsal.intake.view.Lane;
import io.dorsal.intake.view.Origin;
import io.dorsal.intake.view.ReadingAssessments;
import io.dorsal.intake.view.Standing;
import io.dorsal.intake.view.Views;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A submission that nobody could reserve in time is reserved with its first sight. */
@IntakeServiceTest
class FirstSightIT {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00.123Z");
    private static final Origin NORTH = new Origin("north", "metro", false);
    private static final Body BODY = new Body(1, "a");

    private final UUID id = UUID.randomUUID();

    @Autowired
    private FirstSight firstSight;

    @Autowired
    private Views views;

    @Autowired
    private ReadingAssessments reading;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whatNobodyKnowsOfIsShownAndReserved() {
        show("request");

        assertThat(reading.find("north", id))
                .map(Standing::of)
                .flatMap(Standing::patientReference)
                .contains("patient");
        assertThat(reservedFor()).containsExactly("request");
    }

    @Test
    void whatIsDecidedAlreadyIsShownAndReserved() {
        views.fold(List.of(new Decided(id, BODY, NORTH, id, Urgency.SOON, NOON, NOON, "{}")));

        show("request");

        assertThat(reading.find("north", id))
                .map(Standing::of)
                .flatMap(Standing::submission)
                .isPresent();
        assertThat(reservedFor()).containsExactly("request");
    }

    @Test
    void whatIsShownAgainIsShownOnce() {
        show("request");
        show("request");

        assertThat(reading.find("north", id))
                .map(Standing::of)
                .map(Standing::hasConflict)
                .contains(false);
    }

    @Test
    void whatIsReservedForAnotherStaysSo() {
        show("first");
        show("second");

        assertThat(reservedFor()).containsExactly("first");
    }

    @Test
    void nothingIsReservedForAnErasedPatient() {
        views.fold(List.of(new Erased(id)));

        show("request");

        assertThat(reservedFor()).isEmpty();
        assertThat(reading.find("north", id))
                .map(Standing::of)
                .flatMap(Standing::patientReference)
                .isEmpty();
    }

    private void show(String requestHash) {
        firstSight.show(
                new Submitted(id, BODY, NORTH, Lane.INTERACTIVE, Channel.REST, NOON, null, null, "{}"),
                new Referenced(id, 1, NOON, "patient"),
                requestHash);
    }

    private List<String> reservedFor() {
        return jdbc.queryForList("select request_hash from reservation where assessment_id = ?", String.class, id);
    }
}
