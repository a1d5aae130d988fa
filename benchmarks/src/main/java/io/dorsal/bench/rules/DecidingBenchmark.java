package io.dorsal.bench.rules;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision, each time on the next assessment. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init")
public class DecidingBenchmark {
    @Param("ENGINE")
    public Contender contender;

    @Param("0")
    public int rules;

    private Decider decider;
    private int next;

    @Setup
    public void prepare() {
        decider = contender.on(Workload.of(rules));
    }

    @Benchmark
    public Object decide() {
        int assessment = next;
        next = assessment + 1 == Workload.ASSESSMENTS ? 0 : assessment + 1;
        return decider.decide(assessment);
    }
}
