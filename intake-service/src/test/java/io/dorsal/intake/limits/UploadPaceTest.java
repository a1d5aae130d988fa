package io.dorsal.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadPaceTest {

    private double load;
    private long nanos;
    private final UploadPace pace = new UploadPace(() -> load, 0.75, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void uploadsBeginSlowlyAndReachFullSpeedWhereTheMachineHasRoom() {
        assertThat(pace.share()).isEqualTo(1.0 / 16);

        load = 0.5;

        assertThat(after(30)).isEqualTo(1);
    }

    @Test
    void theyGoMoreSlowlyWhileItIsBusyAndNeverStop() {
        load = 0.5;
        after(30);
        load = 0.8;

        assertThat(after(1)).isEqualTo(0.75);
        assertThat(after(100)).isEqualTo(1.0 / 64);
    }

    @Test
    void whereNobodyKnowsTheLoadTheyGoAtFullSpeed() {
        load = -1;

        assertThat(after(30)).isEqualTo(1);
    }

    @Test
    void afterARestTheyBeginSlowlyAgain() {
        after(30);

        nanos += Duration.ofSeconds(6).toNanos();

        assertThat(pace.share()).isEqualTo(1.0 / 16);
    }

    /** The share after so many seconds in which uploads asked for it all the time. */
    private double after(int seconds) {
        return IntStream.range(0, seconds * 10)
                .mapToDouble(index -> {
                    nanos += Duration.ofMillis(100).toNanos();
                    return pace.share();
                })
                .reduce(0, (first, last) -> last);
    }
}
