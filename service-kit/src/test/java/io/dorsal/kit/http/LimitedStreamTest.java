package io.dorsal.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;

class LimitedStreamTest {

    private final AtomicLong nanos = new AtomicLong();
    private final BodyPatience patience = new BodyPatience(Duration.ofSeconds(30), nanos::get);

    @Test
    void aBodyThatArrivesInTimeIsRead() throws IOException {
        assertThat(body(3).readAllBytes()).hasSize(3);
    }

    @Test
    void aBodyThatTricklesInIsBrokenOff() throws IOException {
        LimitedStream body = body(3);
        assertThat(body.read()).isZero();

        nanos.addAndGet(Duration.ofSeconds(31).toNanos());

        assertThatExceptionOfType(SlowBodyException.class).isThrownBy(body::read);
        assertThat(Failures.asProblem(new SlowBodyException()).status().value()).isEqualTo(408);
    }

    @Test
    void aStreamMayTakeAsLongOverEachOfItsLines() throws IOException {
        LimitedStream body = body(3);
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(body.read()).isZero();

        patience.again();
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());

        assertThat(body.read()).isZero();
    }

    @Test
    void aBodyOverTheLimitIsBrokenOff() {
        assertThatExceptionOfType(BodyTooLargeException.class).isThrownBy(() -> body(11).readAllBytes());
    }

    private LimitedStream body(int length) {
        return new LimitedStream(
                new DelegatingServletInputStream(new ByteArrayInputStream(new byte[length])), 10, patience);
    }
}
