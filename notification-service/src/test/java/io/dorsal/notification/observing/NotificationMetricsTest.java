package io.dorsal.notification.observing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.notification.alert.Origin;
import io.dorsal.notification.alert.SourcePosition;
import io.dorsal.notification.paging.ParkedRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class NotificationMetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final NotificationMetrics metrics = new NotificationMetrics(meters);

    @Test
    void aParkedRecordOfWhichNoAlertCouldBeMadeIsCountedApart() {
        metrics.notReported(new ParkedRecord(
                new SourcePosition("intake.assessments.v1", 1, 2),
                null,
                Origin.UNKNOWN,
                true,
                "triage-service",
                "CORRUPT",
                "hash"));

        assertThat(parked("dorsal.parked.unreported", "POSSIBLE")).isEqualTo(1);
        assertThat(parked("dorsal.parked.unreported", "NONE")).isZero();
        assertThat(parked("dorsal.parked.reported", "POSSIBLE")).isZero();
    }

    private double parked(String name, String emergency) {
        return meters.get(name)
                .tags("group", "triage-service", "emergency", emergency)
                .counter()
                .count();
    }
}
