package io.dorsal.bench;

import io.dorsal.bench.referrals.ReferralsBenchmark;
import io.dorsal.bench.report.Report;
import io.dorsal.bench.report.ReportJson;
import io.dorsal.bench.report.Row;
import io.dorsal.bench.rules.RulesBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the benchmarks. Ends with 1 where a bar was missed. */
@Command(
        name = "./dorsal bench",
        description = "Measures Dorsal beside others that do the same work, and says which bars hold.",
        mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {
    private final List<Subject> subjects;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The one to run; all of them without.")
    private @Nullable String name;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the rows there, as JSON.")
    private @Nullable Path json;

    @Option(names = "--quick", description = "Measure less thoroughly, in less than ten minutes.")
    private boolean quick;

    Benchmarks(List<Subject> subjects) {
        this.subjects = List.copyOf(subjects);
    }

    public static void main(String[] args) {
        System.exit(commandLine(
                        List.of(new RulesBenchmark(), new ReferralsBenchmark()),
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    static CommandLine commandLine(List<Subject> subjects, PrintWriter out) {
        return new CommandLine(new Benchmarks(subjects)).setOut(out).setUsageHelpAutoWidth(true);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Row> rows = new ArrayList<>();
        boolean fallsShort = false;
        for (Subject subject : chosen()) {
            Report report = subject.measure(quick ? Effort.QUICK : Effort.FULL, out::println);
            out.println();
            out.println(report.text());
            rows.addAll(report.rows());
            fallsShort |= report.fallsShort();
        }
        if (json != null) {
            Files.writeString(json, ReportJson.of(rows));
        }
        return fallsShort ? 1 : 0;
    }

    private List<Subject> chosen() {
        if (name == null) {
            return subjects;
        }
        List<Subject> named =
                subjects.stream().filter(subject -> subject.name().equals(name)).toList();
        if (named.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no such benchmark: %s; there is %s"
                            .formatted(
                                    name,
                                    String.join(
                                            ", ",
                                            subjects.stream().map(Subject::name).toList())));
        }
        return named;
    }
}
