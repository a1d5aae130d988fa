package io.dorsal.referral.routing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.observing.ChangeMetrics;
import io.dorsal.referral.routing.RoutedBatch;
import io.dorsal.referral.routing.Verdict;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferralMetricsTest {

    /** What the registry itself adds to a timer. */
    private static final String BUCKETS = ".histogram";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ReferralMetrics metrics = new ReferralMetrics(meters, new ChangeMetrics(meters));

    @Test
    void theirNamesArePublicAndEachSaysWhatItMeans() {
        assertThat(meters.getMeters())
                .extracting(Meter::getId)
                .filteredOn(id -> !id.getName().endsWith(BUCKETS))
                .allSatisfy(id -> {
                    assertThat(id.getName()).startsWith("dorsal.referral.");
                    assertThat(id.getDescription()).isNotBlank();
                });
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .contains(
                        "dorsal.referral.decisions",
                        "dorsal.referral.conflicts",
                        "dorsal.referral.unrecognised.urgencies",
                        "dorsal.referral.unrecognised.queues",
                        "dorsal.referral.time.to.queue");
    }

    @Test
    void decisionsAreCountedByWhatTheyMeant() {
        metrics.routed(new RoutedBatch(
                List.of(),
                List.of(),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                Map.of(Verdict.REPEATED, 3, Verdict.OUTDATED, 1),
                Instant.EPOCH));

        assertThat(decisions("REPEATED")).isEqualTo(3);
        assertThat(decisions("OUTDATED")).isEqualTo(1);
        assertThat(decisions("APPLIED")).isZero();
    }

    private double decisions(String verdict) {
        return meters.get("dorsal.referral.decisions")
                .tag("verdict", verdict)
                .counter()
                .count();
    }
}
