package io.dorsal.rules.safety;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.assessment.Worsening;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes every monotone answer of many assessments worse, one at a time. The assessments come from a fixed seed, so that the
 * outcome is the same on every machine.
 */
public final class MonotoneSample {
    private static final double[] ANSWERED = {0.1, 0.4, 0.8, 1.0};
    private static final double[] POSITIVE = {0.0, 0.03, 0.1, 0.4};

    private final TriageEngine engine;
    private final List<Worsening> worsenings;

    private MonotoneSample(TriageEngine engine) {
        this.engine = engine;
        this.worsenings = Worsening.all(engine.ruleset().vocabulary());
    }

    /**
     * What came of it.
     *
     * @param lowered questions whose answer got worse and the urgency lower, each once
     */
    public record Outcome(int assessments, int changes, long seed, Set<String> lowered) {
        public Outcome {
            lowered = Set.copyOf(lowered);
        }
    }

    /** Tries so many assessments. */
    public static Outcome run(TriageEngine engine, int assessments, long seed) {
        return new MonotoneSample(engine).run(assessments, seed);
    }

    private Outcome run(int assessments, long seed) {
        Random random = new Random(seed);
        Set<String> lowered = new LinkedHashSet<>();
        int changes = 0;
        for (int i = 0; i < assessments; i++) {
            Answers answers = answers(random);
            Urgency before = urgency(answers);
            for (Worsening worsening : worsenings) {
                if (worsening.concerns(answers)) {
                    changes++;
                    if (before.isMoreUrgentThan(urgency(worsening.of(answers)))) {
                        lowered.add(worsening.question().path());
                    }
                }
            }
        }
        return new Outcome(assessments, changes, seed, lowered);
    }

    private Urgency urgency(Answers answers) {
        return engine.decide(answers, 0).urgency();
    }

    private Answers answers(Random random) {
        Vocabulary vocabulary = engine.ruleset().vocabulary();
        double answered = ANSWERED[random.nextInt(ANSWERED.length)];
        double positive = POSITIVE[random.nextInt(POSITIVE.length)];
        Answers.Builder answers = Answers.builder(vocabulary);
        for (Question question : vocabulary.questions()) {
            if (question.required() || random.nextDouble() < answered) {
                answers.setRaw(question, raw(question, positive, random));
            }
        }
        return answers.build();
    }

    private static int raw(Question question, double positive, Random random) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> random.nextDouble() < positive ? 1 : 0;
            case AnswerType.OneOf oneOf ->
                random.nextDouble() < Math.max(positive, 0.1)
                        ? random.nextInt(oneOf.symbols().size())
                        : 0;
            case AnswerType.SetOf setOf ->
                Math.max(
                        setOf.atLeast(),
                        random.nextDouble() < Math.max(positive, 0.3)
                                ? random.nextInt(setOf.subsets().size())
                                : 0);
            case AnswerType.WholeNumber(int min, int max) -> {
                int most = random.nextBoolean() ? max : Math.min(max, 100);
                yield min + random.nextInt(most - min + 1);
            }
        };
    }
}
