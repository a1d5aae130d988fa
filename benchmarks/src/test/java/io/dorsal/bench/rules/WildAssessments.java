package io.dorsal.bench.rules;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Answers that nobody gives, from hardly any to all, from harmless to all at once. */
final class WildAssessments {
    private static final double[] SHARES = {0.02, 0.05, 0.15, 0.5, 0.9};

    private WildAssessments() {}

    static List<Given> of(Vocabulary vocabulary, int count) {
        return LongStream.range(0, count).mapToObj(seed -> of(vocabulary, seed)).toList();
    }

    private static Given of(Vocabulary vocabulary, long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        double answered = 1.05 - SHARES[random.nextInt(SHARES.length)];
        double other = SHARES[random.nextInt(SHARES.length)];
        Answers.Builder answers = Answers.builder(vocabulary);
        for (Question question : vocabulary.questions()) {
            if (question.required() || random.nextDouble() < answered) {
                answers.setRaw(question, raw(question.type(), other, random));
            }
        }
        return new Given(answers.build(), random.nextInt(3) == 0 ? null : random.nextInt(4));
    }

    private static int raw(AnswerType type, double other, Random random) {
        boolean isOther = random.nextDouble() < other;
        return switch (type) {
            case AnswerType.YesNo _ -> isOther ? 1 : 0;
            case AnswerType.WholeNumber number ->
                number.min() + random.nextInt(Math.min(random.nextInt(4) == 0 ? number.max() : 120, number.max()) + 1);
            case AnswerType.OneOf oneOf ->
                isOther ? random.nextInt(oneOf.symbols().size()) : 0;
            case AnswerType.SetOf setOf ->
                Math.max(
                        setOf.atLeast(),
                        isOther ? random.nextInt(setOf.subsets().size()) : 0);
        };
    }
}
