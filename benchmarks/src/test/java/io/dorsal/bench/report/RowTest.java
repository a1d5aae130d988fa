package io.dorsal.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.bench.report.Row.Holds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTest {
    private final Interval ratio = Interval.ofRatios(List.of(12.0, 14.0, 13.0), List.of(10.0, 10.0, 10.0));

    @Test
    void aBarHoldsWhereEveryRoundKeepsIt() {
        assertThat(row(1.4).holds()).isEqualTo(Holds.TRUE);
    }

    @Test
    void aBarIsMissedWhereEveryRoundPassesIt() {
        assertThat(row(1.1).holds()).isEqualTo(Holds.FALSE);
    }

    @Test
    void aBarThatOnlySomeRoundsKeepIsUnresolved() {
        assertThat(row(1.3).holds()).isEqualTo(Holds.UNRESOLVED);
    }

    @Test
    void withoutABarNothingIsMissed() {
        assertThat(row(null).holds()).isEqualTo(Holds.TRUE);
    }

    @Test
    void theRatioIsTheMedianOfTheRounds() {
        assertThat(ratio).isEqualTo(new Interval(1.2, 1.3, 1.4));
    }

    private Row row(@Nullable Double bar) {
        return new Row("rules: something, ns", 13, 10, ratio, bar);
    }
}
