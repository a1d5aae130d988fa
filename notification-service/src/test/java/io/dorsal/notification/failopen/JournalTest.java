package io.dorsal.notification.failopen;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.alert.AlertId;
import io.dorsal.notification.delivery.DeliveryId;
import io.dorsal.notification.delivery.Telling;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Turn;
import io.dorsal.testsupport.time.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final SettableClock clock = new SettableClock();
    private final List<Telling> lines = new ArrayList<>();
    private final Journal journal = new Journal(new Lines(), clock);
    private final AlertId alert = new AlertId(UUID.randomUUID());

    @Test
    void theFirstTellingOfAnAlertIsKnownAsSuchAndTheLastTellsHowFarItCame() {
        assertThat(journal.add(told(alert, Turn.FIRST))).isTrue();
        assertThat(journal.add(told(alert, new Turn(1, 2)))).isFalse();

        assertThat(journal.lastTurn(alert)).contains(new Turn(1, 2));
    }

    @Test
    void whatTheDatabaseKnowsIsForgottenAfterADay() {
        Telling old = told(alert, Turn.FIRST);
        journal.add(old);
        clock.advance(Duration.ofHours(25));
        Telling recent = told(new AlertId(UUID.randomUUID()), Turn.FIRST);
        journal.add(recent);

        journal.reconciled(List.of(recent));
        assertThat(journal.isTold(old.delivery()))
                .as("the database does not know it yet")
                .isTrue();
        journal.reconciled(List.of(old));

        assertThat(journal.isTold(old.delivery())).isFalse();
        assertThat(journal.raisedAt(alert)).isEmpty();
        assertThat(journal.isTold(recent.delivery())).isTrue();
        assertThat(lines).containsExactly(recent);
    }

    private Telling told(AlertId of, Turn turn) {
        return new Telling(
                new DeliveryId(UUID.randomUUID()),
                of,
                turn,
                "duty-lead",
                ChannelKind.EMAIL,
                clock.instant(),
                clock.instant());
    }

    private final class Lines implements JournalStorage {

        @Override
        public List<Telling> load() {
            return List.copyOf(lines);
        }

        @Override
        public void append(Telling telling) {
            lines.add(telling);
        }

        @Override
        public void replace(List<Telling> tellings) {
            lines.clear();
            lines.addAll(tellings);
        }
    }
}
