package io.dorsal.bench.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.bench.report.Report;
import io.dorsal.bench.report.Row;
import org.junit.jupiter.api.Test;

class ReferralsBenchmarkIT {

    @Test
    void everyTaskIsDoneWhereThereAreFewAndWhereThereAreMany() {
        Report report = ReferralsBenchmark.measure(2_000, 4_000, 1, 2, line -> {});

        assertThat(report.rows())
                .hasSize(Task.values().length)
                .allSatisfy(row -> assertThat(row.bar()).isEqualTo(2))
                .extracting(Row::name)
                .contains("referrals: accept, 4,000 beside 2,000, µs");
    }
}
