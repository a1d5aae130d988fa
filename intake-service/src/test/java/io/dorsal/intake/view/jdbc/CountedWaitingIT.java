package io.dorsal.intake.view.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Channel;
import io.dorsal.intake.view.Fact.AlertChanged;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.Lane;
import io.dorsal.intake.view.Origin;
import io.dorsal.intake.view.Stage;
import io.dorsal.intake.view.Views;
import io.dorsal.schemas.identity.Identities;
import io.dorsal.testsupport.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeServiceTest
class CountedWaitingIT {

    /** Before anything that other tests submit, so that it is the oldest. */
    private static final Instant LONG_AGO = Instant.parse("1990-03-14T12:00:00Z");

    @Autowired
    private Database database;

    @Autowired
    private Views views;

    private final SettableClock clock = new SettableClock(LONG_AGO);
    private CountedWaiting waiting;

    @BeforeEach
    void nothingCountedYet() {
        waiting = new CountedWaiting(database, clock);
    }

    @Test
    void nothingIsKnownBeforeTheFirstCount() {
        assertThat(waiting.count(Stage.DECISION)).isNaN();
        assertThat(waiting.seconds(Stage.DECISION)).isNaN();
    }

    @Test
    void whoIsUndecidedIsCountedAndAgesBetweenTwoCounts() {
        waiting.count();
        double before = waiting.count(Stage.DECISION);

        views.fold(List.of(submitted(UUID.randomUUID())));
        waiting.count();
        clock.advance(Duration.ofSeconds(90));

        assertThat(waiting.count(Stage.DECISION)).isEqualTo(before + 1);
        assertThat(waiting.seconds(Stage.DECISION)).isEqualTo(90.0);
    }

    @Test
    void anAlertIsWaitedForUntilSomebodyAcknowledgesIt() {
        UUID id = UUID.randomUUID();
        waiting.count();
        double before = waiting.count(Stage.ACKNOWLEDGEMENT);

        views.fold(List.of(alert(id, 1, "NOTIFYING")));
        waiting.count();
        double raised = waiting.count(Stage.ACKNOWLEDGEMENT);
        views.fold(List.of(alert(id, 2, "ACKNOWLEDGED")));
        waiting.count();

        assertThat(raised).isEqualTo(before + 1);
        assertThat(waiting.count(Stage.ACKNOWLEDGEMENT)).isEqualTo(before);
    }

    private static Submitted submitted(UUID id) {
        return new Submitted(
                id,
                new Body(1, "0".repeat(64)),
                new Origin("north", "metro", false),
                Lane.INTERACTIVE,
                Channel.REST,
                LONG_AGO,
                null,
                null,
                "{}");
    }

    private static AlertChanged alert(UUID id, long version, String state) {
        return new AlertChanged(id, Identities.alertId(id, 1), version, 1, state, LONG_AGO, null);
    }
}
