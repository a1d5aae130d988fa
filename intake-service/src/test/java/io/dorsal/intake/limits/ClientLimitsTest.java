package io.dorsal.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientLimitsTest {

    private final SettableMeter time = new SettableMeter();
    private final ClientLimits limits = limits(1);

    @Test
    void aBurstIsLetThroughAndThenWhatTheRateAllows() {
        assertThat(IntStream.range(0, 200).mapToObj(index -> limits.submit("one")))
                .containsOnly(Duration.ZERO);
        assertThat(limits.submit("one")).isEqualTo(Duration.ofMillis(20));

        time.advance(Duration.ofSeconds(1));

        assertThat(IntStream.range(0, 50).mapToObj(index -> limits.submit("one")))
                .containsOnly(Duration.ZERO);
        assertThat(limits.submit("one")).isPositive();
    }

    @Test
    void oneClientIsInNoOthersWay() {
        IntStream.range(0, 201).forEach(index -> limits.submit("one"));

        assertThat(limits.submit("one")).isPositive();
        assertThat(limits.submit("two")).isZero();
    }

    @Test
    void uploadsUseUpNoSubmissions() throws InterruptedException {
        try (ClientLimits.Uploading upload = limits.upload("one").orElseThrow()) {
            upload.take(1000);

            assertThat(limits.submit("one")).isZero();
        }
    }

    @Test
    void uploadsTakeInAFifthOfASecondsLinesAtOnce() throws InterruptedException {
        try (ClientLimits.Uploading upload = limits.upload("one").orElseThrow()) {
            assertThat(upload.take(256)).isEqualTo(200);
            time.advance(Duration.ofMillis(200));
            assertThat(upload.take(3)).isEqualTo(3);
        }
    }

    @Test
    void uploadsTakeInNoMoreThanTheMachineHasRoomFor() throws InterruptedException {
        try (ClientLimits.Uploading upload = limits(0.1).upload("one").orElseThrow()) {
            assertThat(upload.take(256)).isEqualTo(20);
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> upload.take(20));
        }
    }

    @Test
    void uploadsOfAllClientsTogetherGoNoFasterThanOneMachineCanBear() throws InterruptedException {
        try (ClientLimits.Uploading one = limits.upload("one").orElseThrow();
                ClientLimits.Uploading other = limits.upload("two").orElseThrow()) {
            one.take(200);
            other.take(100);
            Thread.currentThread().interrupt(); // who has to wait says so at once

            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> other.take(1));
        }
    }

    @Test
    void onlySoManyUploadsOfAClientAndOfAllAreOpenAtOnce() {
        ClientLimits.Uploading first = limits.upload("one").orElseThrow();
        assertThat(limits.upload("one")).isPresent();
        assertThat(limits.upload("one")).isEmpty();
        assertThat(limits.upload("two")).isPresent();
        assertThat(limits.upload("three")).isEmpty();

        first.close();

        assertThat(limits.upload("three")).isPresent();
    }

    @Test
    void settingsThatLetNobodyInAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimitSettings(0, 200, 2, 3, 1000, 2000))
                .withMessage("intake.limits.submissions-per-second must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LimitSettings(50, 200, 4, 3, 1000, 2000))
                .withMessageContaining("uploads-of-all");
    }

    private ClientLimits limits(double pace) {
        return new ClientLimits(new LimitSettings(50, 200, 2, 3, 1000, 1500), () -> pace, time);
    }

    private static final class SettableMeter implements TimeMeter {

        private long nanos;

        void advance(Duration by) {
            nanos += by.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
