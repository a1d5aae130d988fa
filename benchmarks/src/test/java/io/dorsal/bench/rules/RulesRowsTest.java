package io.dorsal.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.bench.Effort;
import io.dorsal.bench.report.Report;
import io.dorsal.bench.report.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesRowsTest {
    static Stream<Effort> efforts() {
        return Stream.of(Effort.QUICK, Effort.FULL);
    }

    @ParameterizedTest
    @MethodSource("efforts")
    void whateverIsMeasuredHasItsRowsAndEveryBarIsAmongThem(Effort effort) {
        Plan plan = Plan.of(effort);
        Rounds rounds = new Rounds();
        plan.all().forEach(entry -> rounds.add(entry, new Measured(1000, 100)));

        List<Row> rows = RulesRows.of(rounds);

        assertThat(rows).extracting(Row::name).doesNotHaveDuplicates();
        assertThat(rows.stream().filter(row -> row.bar() != null).map(Row::bar))
                .containsExactly(1.5, 1.5, 0.1, 0.1, 40.0, 4.0, 5.0, 2.0, 40.0, 4.0, 5.0, 2.0);
        assertThat(new Report("some machine", rows).text()).contains("engine, findings, beside by hand, findings");
    }
}
