package io.dorsal.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RangeTest {

    @Test
    void aDateBeginsAtMidnightInUtc() {
        assertThat(Range.of("2026-11-01", "2026-11-02"))
                .isEqualTo(new Range(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-02T00:00:00Z")));
    }

    @Test
    void aTimeHasItsOffset() {
        assertThat(Range.of("2026-11-01T08:00:00Z", "2026-11-01T10:00+01:00"))
                .isEqualTo(new Range(Instant.parse("2026-11-01T08:00:00Z"), Instant.parse("2026-11-01T09:00:00Z")));
    }

    @Test
    void theFirstMomentBelongsToItAndTheLastDoesNot() {
        Range day = Range.of("2026-11-01", "2026-11-02");

        assertThat(day.contains(Instant.parse("2026-10-31T23:59:59.999Z"))).isFalse();
        assertThat(day.contains(Instant.parse("2026-11-01T00:00:00Z"))).isTrue();
        assertThat(day.contains(Instant.parse("2026-11-01T23:59:59.999Z"))).isTrue();
        assertThat(day.contains(Instant.parse("2026-11-02T00:00:00Z"))).isFalse();
    }

    @Test
    void withoutEndsEverythingBelongsToIt() {
        assertThat(Range.of(null, null).contains(Instant.EPOCH)).isTrue();
    }

    @Test
    void whatIsNoTimeIsRefusedWithTheNameOfItsOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Range.of("2026-11-01", "tomorrow"))
                .withMessageStartingWith("--to is a date such as")
                .withMessageEndingWith("not tomorrow");
    }

    @Test
    void aBeginningAfterTheEndIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Range.of("2026-11-02", "2026-11-01"))
                .withMessage("--from 2026-11-02T00:00:00Z is after --to 2026-11-01T00:00:00Z");
    }
}
