package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.testsupport.time.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WaitingPartitionsTest {

    private static final Set<TopicPartition> FIRST = Set.of(new TopicPartition("events", 0));
    private static final Set<TopicPartition> SECOND = Set.of(new TopicPartition("events", 1));
    private final Exception away = new IllegalStateException("a text that might quote a patient");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SettableClock clock = new SettableClock();
    private final WaitingPartitions waiting =
            new WaitingPartitions("group", Set.of("events", "others"), registry, clock);

    @Test
    void theGaugeTellsHowLongTheLongestHasWaited() {
        waiting.cannotGoOn(FIRST, away);
        clock.advance(Duration.ofSeconds(10));
        waiting.cannotGoOn(SECOND, away);
        clock.advance(Duration.ofSeconds(5));

        assertThat(seconds("events")).isEqualTo(15);
        assertThat(seconds("others")).isZero();

        waiting.waitNoMore(FIRST);
        assertThat(seconds("events")).isEqualTo(5);

        waiting.waitNoMore(SECOND);
        assertThat(seconds("events")).isZero();
    }

    @Test
    void theLogTellsOfItAtOnceThenEveryHalfMinuteAndAtItsEnd(CapturedOutput output) {
        Instant start = clock.instant();
        for (int second = 0; second < 90; second++) {
            waiting.cannotGoOn(FIRST, away);
            clock.advance(Duration.ofSeconds(1));
        }
        waiting.waitNoMore(FIRST);

        assertThat(output.getOut().lines().filter(line -> line.contains("group waits at [events-0]")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .contains("since " + start)
                        .contains("IllegalStateException")
                        .doesNotContain("quote"));
        assertThat(output).containsOnlyOnce("no longer waits at [events-0], after 90 s");
    }

    @Test
    void whatWaitsAnewIsToldAtOnce(CapturedOutput output) {
        waiting.cannotGoOn(FIRST, away);
        waiting.waitNoMore(FIRST);
        waiting.cannotGoOn(FIRST, away);

        assertThat(output.getOut().lines().filter(line -> line.contains("group waits at [events-0]")))
                .hasSize(2);
    }

    private double seconds(String topic) {
        return registry.get("dorsal.listener.waiting")
                .tags("topic", topic, "group", "group")
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }
}
