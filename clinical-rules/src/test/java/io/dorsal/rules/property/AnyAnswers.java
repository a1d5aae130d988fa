package io.dorsal.rules.property;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import io.dorsal.rules.yaml.Rulesets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Lets properties range over all valid answers: sparse ones, full ones, and dense dangerous ones. Shrinks to unanswered. */
public final class AnyAnswers implements ArbitraryProvider {
    private static final int MOST_THRESHOLDS = 100;
    private static final Vocabulary VOCABULARY = Rulesets.active().vocabulary();

    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return targetType.isOfType(Answers.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
        return Set.of(Arbitraries.frequencyOf(
                Tuple.of(2, answers(3, 1)), Tuple.of(3, answers(1, 9)), Tuple.of(2, answers(1, 30))));
    }

    /** Each question is left open or answered in this proportion. */
    private static Arbitrary<Answers> answers(int open, int answered) {
        List<Arbitrary<Integer>> raws = VOCABULARY.questions().stream()
                .map(question -> question.required()
                        ? raw(question)
                        : Arbitraries.frequencyOf(
                                Tuple.of(open, Arbitraries.just(Answers.UNANSWERED)),
                                Tuple.of(answered, raw(question))))
                .toList();
        return Combinators.combine(raws).as(AnyAnswers::build).withoutEdgeCases();
    }

    private static Arbitrary<Integer> raw(Question question) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> Arbitraries.of(0, 1);
            case AnswerType.WholeNumber(int min, int max) ->
                Arbitraries.oneOf(
                        Arbitraries.integers().between(min, Math.min(max, MOST_THRESHOLDS)),
                        Arbitraries.integers().between(min, max));
            case AnswerType.OneOf oneOf ->
                Arbitraries.integers().between(0, oneOf.symbols().size() - 1);
            case AnswerType.SetOf setOf ->
                Arbitraries.of(IntStream.range(0, setOf.subsets().size())
                        .filter(setOf::accepts)
                        .boxed()
                        .toList());
        };
    }

    private static Answers build(List<Integer> raws) {
        Answers.Builder answers = Answers.builder(VOCABULARY);
        for (Question question : VOCABULARY.questions()) {
            int raw = raws.get(question.index());
            if (raw != Answers.UNANSWERED) {
                answers.setRaw(question, raw);
            }
        }
        return answers.build();
    }
}
