package io.dorsal.rules.safety;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.List;
import java.util.stream.Stream;

/**
 * The outcome of running gold cases, pairs and a sample of monotone answers by one ruleset.
 *
 * @param monotone what came of making answers worse
 */
public record SafetyCheck(
        Ruleset ruleset, List<Verdict> verdicts, List<PairVerdict> pairs, MonotoneSample.Outcome monotone) {
    private static final int SAMPLE = 1_000;
    private static final long SEED = 20_260_101;

    public SafetyCheck {
        verdicts = List.copyOf(verdicts);
        pairs = List.copyOf(pairs);
    }

    /** Runs all of it. */
    public static SafetyCheck run(Ruleset ruleset, GoldSet gold) {
        TriageEngine engine = new TriageEngine(ruleset);
        return new SafetyCheck(
                ruleset,
                gold.cases().stream().map(one -> verdict(engine, one)).toList(),
                gold.pairs().stream().map(pair -> verdict(engine, pair)).toList(),
                MonotoneSample.run(engine, SAMPLE, SEED));
    }

    /** Whether nobody was under-triaged, every pair is right, and no worse answer lowered an urgency. */
    public boolean isPassed() {
        return underTriaged().findAny().isEmpty()
                && wrongPairs().findAny().isEmpty()
                && monotone.lowered().isEmpty();
    }

    /** Cases that were decided less urgent than is right. */
    public Stream<Verdict> underTriaged() {
        return verdicts.stream().filter(Verdict::isUnder);
    }

    /** Pairs of which one was decided otherwise than told. */
    public Stream<PairVerdict> wrongPairs() {
        return pairs.stream().filter(pair -> !pair.isRight());
    }

    private static Verdict verdict(TriageEngine engine, GoldCase one) {
        return new Verdict(
                one, engine.decide(one.answers(), one.earlierAssessments()).urgency());
    }

    private static PairVerdict verdict(TriageEngine engine, CounterfactualPair pair) {
        Urgency one = engine.decide(pair.one(), null).urgency();
        return new PairVerdict(pair, one, engine.decide(pair.other(), null).urgency());
    }
}
