package io.dorsal.kit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|PT0S",
                "120|PT2M",
                "' 30 '|PT30S",
                "99999999999|PT24H",
                "Sun, 22 Nov 2026 03:01:00 GMT|PT1M",
                "Sun, 22 Nov 2026 02:00:00 GMT|PT0S",
                "Tue, 22 Nov 2033 03:00:00 GMT|PT24H"
            })
    void secondsAndTimesAreUnderstoodUpToADay(String header, Duration asked) {
        assertThat(RetryAfter.read(header, NOW)).isEqualTo(asked);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-1", "soon", "1.5", "99999999999999999999", "2026-11-22T03:01:00Z"})
    void whatCannotBeUnderstoodAsksForNothing(String header) {
        assertThat(RetryAfter.read(header, NOW)).isNull();
    }
}
