package io.dorsal.notification.observing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.alert.AlertKind;
import io.dorsal.notification.reading.OpenAlerts;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OldestUntoldTest {

    private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");
    private static final Optional<Instant> NONE = Optional.empty();
    private static final Optional<Instant> A_MINUTE_AGO = Optional.of(NOW.minusSeconds(60));

    @Test
    void ofWhatIsRememberedAndWhatIsStoredTheOlderCounts() {
        assertThat(OldestUntold.seconds(A_MINUTE_AGO, stored(10), NOW)).isEqualTo(60);
        assertThat(OldestUntold.seconds(A_MINUTE_AGO, stored(90), NOW)).isEqualTo(90);
        assertThat(OldestUntold.seconds(NONE, stored(10), NOW)).isEqualTo(10);
    }

    @Test
    void allAreToldWhereNoneIsRememberedAndNoneStored() {
        assertThat(OldestUntold.seconds(NONE, stored(0), NOW)).isZero();
    }

    @Test
    void whatIsRememberedIsShownThoughTheStoreDoesNotSay() {
        assertThat(OldestUntold.seconds(A_MINUTE_AGO, stored(Double.NaN), NOW)).isEqualTo(60);
    }

    @Test
    void itIsNotKnownWhereTheStoreDoesNotSayAndNoneIsRemembered() {
        assertThat(OldestUntold.seconds(NONE, stored(Double.NaN), NOW)).isNaN();
    }

    private static OpenAlerts stored(double untoldSeconds) {
        return new OpenAlerts() {
            @Override
            public double count(AlertKind kind) {
                return 0;
            }

            @Override
            public double oldestUnacknowledgedSeconds(AlertKind kind, Instant now) {
                return 0;
            }

            @Override
            public double oldestUntoldSeconds(Instant now) {
                return untoldSeconds;
            }
        };
    }
}
