package io.dorsal.referral.routing.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dorsal.events.UrgencyDecided;
import io.dorsal.kit.messaging.BatchProcessor;
import io.dorsal.kit.messaging.TransientFailureException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BehindTheOutboxTest {

    private final AtomicInteger processed = new AtomicInteger();
    private final BatchProcessor<UrgencyDecided> processor = poll -> {
        processed.incrementAndGet();
        return List.of();
    };

    @Test
    void bulkWaitsUntilFewEventsStandInTheOutbox() {
        Deque<Integer> looks = new ArrayDeque<>(List.of(501, 501, 500));

        new BehindTheOutbox(processor, looks::remove, Duration.ofMinutes(1)).process(List.of());

        assertThat(looks).isEmpty();
        assertThat(processed).hasValue(1);
    }

    @Test
    void bulkIsDeliveredAgainWhereTheOutboxStaysBehind() {
        BehindTheOutbox behind = new BehindTheOutbox(processor, () -> 501, Duration.ZERO);

        assertThatExceptionOfType(TransientFailureException.class).isThrownBy(() -> behind.process(List.of()));
        assertThat(processed).hasValue(0);
    }
}
