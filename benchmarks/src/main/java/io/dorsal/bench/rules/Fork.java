package io.dorsal.bench.rules;

import io.dorsal.bench.Effort;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures one contender once, by JMH in a JVM of its own. */
final class Fork {
    private static final int ITERATIONS = 5;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Fork() {}

    static Measured measure(Contender contender, int rules, Effort effort) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(DecidingBenchmark.class.getName())
                .param("contender", contender.name())
                .param("rules", Integer.toString(rules))
                .forks(1)
                .warmupIterations(ITERATIONS)
                .warmupTime(iteration(effort.warmUp()))
                .measurementIterations(ITERATIONS)
                .measurementTime(iteration(effort.measuring()))
                .timeout(TimeValue.minutes(30))
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            RunResult result = results.iterator().next();
            return new Measured(
                    result.getPrimaryResult().getScore(),
                    Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED))
                            .getScore());
        } catch (RunnerException e) {
            throw new IllegalStateException("could not measure " + contender.title(), e);
        }
    }

    private static TimeValue iteration(Duration all) {
        return TimeValue.milliseconds(all.dividedBy(ITERATIONS).toMillis());
    }
}
