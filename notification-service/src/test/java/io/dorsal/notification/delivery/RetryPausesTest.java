package io.dorsal.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPausesTest {

    private static final Outcome FAILED = new Outcome.Failed("timeout");

    @Property
    void noPauseIsLongerThanHalfAMinuteHoweverOftenItFails(
            @ForAll @IntRange(min = 1, max = 1_000_000) int attempt, @ForAll Random random) {
        Duration pause = new RetryPauses(random).after(attempt, FAILED);

        assertThat(pause).isBetween(Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    @Test
    void theFirstRepetitionComesWithinASecond() {
        assertThat(new RetryPauses(new Random(1)).after(1, FAILED)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsRefusedIsRepeatedLessOften() {
        assertThat(new RetryPauses(new Random(1)).after(1, new Outcome.Refused("550")))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(15));
    }
}
