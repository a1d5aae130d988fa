package io.dorsal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.bench.report.Interval;
import io.dorsal.bench.report.Report;
import io.dorsal.bench.report.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarksTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void allBarsHeldIsSuccess() {
        assertThat(run(1.5)).isZero();
        assertThat(printed.toString()).contains("some machine", "some: thing, ns");
    }

    @Test
    void aMissedBarIsAFailure() {
        assertThat(run(1.1)).isEqualTo(1);
    }

    @Test
    void aBarThatCannotBeToldIsNone() {
        assertThat(run(1.25)).isZero();
    }

    @Test
    void theNameChoosesABenchmark() {
        assertThat(run(1.1, "other")).isEqualTo(2);
        assertThat(run(1.5, "some", "--quick")).isZero();
        assertThat(printed.toString()).contains("5 rounds");
    }

    @Test
    void rowsAreWrittenAsJson(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("rows.json");

        run(1.25, "--json", file.toString());

        assertThat(file).hasContent("""
                        [{"name":"some: thing, ns","value":13.0,"baseline":10.0,"ratio":1.3,"bar":1.25,"holds":"unresolved"},\
                        {"name":"some: other, B","value":20.0,"baseline":10.0,"ratio":2.0,"bar":null,"holds":true}]""");
    }

    private int run(@Nullable Double bar, String... arguments) {
        return Benchmarks.commandLine(List.of(new Some(bar)), new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true))
                .execute(arguments);
    }

    private record Some(@Nullable Double bar) implements Subject {
        @Override
        public String name() {
            return "some";
        }

        @Override
        public Report measure(Effort effort, Consumer<String> progress) {
            progress.accept(effort.rounds() + " rounds");
            return new Report(
                    "some machine",
                    List.of(
                            new Row("some: thing, ns", 13, 10, new Interval(1.2, 1.3, 1.4), bar),
                            new Row("some: other, B", 20, 10, Interval.exactly(2), null)));
        }
    }
}
