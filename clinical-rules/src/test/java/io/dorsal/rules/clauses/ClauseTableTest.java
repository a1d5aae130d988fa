package io.dorsal.rules.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClauseTableTest {
    private static final List<Question> FLAGS = IntStream.range(0, 20)
            .mapToObj(index -> question(index, new AnswerType.YesNo()))
            .toList();
    private static final Question NUMBER = question(20, new AnswerType.WholeNumber(0, 100_000));
    private static final Vocabulary VOCABULARY = new Vocabulary(IntStream.rangeClosed(0, 20)
            .mapToObj(index -> index < 20 ? FLAGS.get(index) : NUMBER)
            .toList());

    @Test
    void settlesWhatSingleAnswersTell() {
        ClauseTable table = table(new Condition.AllOf(List.of(
                yes(0),
                new Condition.AnyOf(List.of(yes(1), new Condition.Not(yes(2)))),
                new Condition.Between(NUMBER, 5, 9))));

        assertThat(table.rest(0)).isEmpty();
        assertThat(isCandidate(table, answers(Map.of(0, 1, 20, 9)))).isTrue();
        assertThat(isCandidate(table, answers(Map.of(0, 1, 2, 1, 20, 9)))).isFalse();
        assertThat(isCandidate(table, answers(Map.of(0, 1, 1, 1, 2, 1, 20, 5)))).isTrue();
        assertThat(isCandidate(table, answers(Map.of(0, 1, 20, 10)))).isFalse();
        assertThat(isCandidate(table, answers(Map.of(0, 1)))).isFalse();
        assertThat(isCandidate(table, answers(Map.of(20, 9)))).isFalse();
    }

    @Test
    void leavesOverWhatOtherRulesDecide() {
        Condition suppressed = new Condition.Not(new Condition.Fires("OTHER"));

        assertThat(table(new Condition.AllOf(List.of(yes(0), suppressed))).rest(0))
                .contains(suppressed);
    }

    @Test
    void leavesOverCounting() {
        Condition two = new Condition.AtLeast(2, List.of(yes(0), yes(1), yes(2)));
        ClauseTable table = table(two);

        assertThat(table.rest(0)).contains(two);
        assertThat(isCandidate(table, answers(Map.of(0, 1))))
                .as("it may be met")
                .isTrue();
    }

    @Test
    void leavesOverWhatWouldTakeTooManyClauses() {
        Condition pairs = new Condition.AnyOf(IntStream.range(0, 10)
                .<Condition>mapToObj(pair -> new Condition.AllOf(List.of(yes(2 * pair), yes(2 * pair + 1))))
                .toList());
        ClauseTable table = table(pairs);

        assertThat(table.rest(0)).contains(pairs);
        assertThat(isCandidate(table, answers(Map.of(18, 1, 19, 1)))).isTrue();
    }

    @Test
    void leavesOverNumbersThatWouldTakeTooManyRows() {
        Condition large = new Condition.Between(NUMBER, 50_000, 100_000);
        ClauseTable table = table(large);

        assertThat(table.rest(0)).contains(large);
        assertThat(isCandidate(table, answers(Map.of(20, 60_000)))).isTrue();
    }

    @Test
    void tellsWhatASingleAnswerWouldMakeOfIt() {
        ClauseTable table = table(new Condition.AllOf(List.of(yes(0), new Condition.Unanswered(FLAGS.get(1)))));
        Supposing one = table.supposing(facts(answers(Map.of())));
        Supposing none = table.supposing(facts(answers(Map.of(0, 1))));

        assertThat(one.candidates(FLAGS.get(0), 1)[0]).isEqualTo(1);
        assertThat(one.candidates(FLAGS.get(1), 1)[0]).isZero();
        assertThat(none.candidates(FLAGS.get(1), 0)[0]).isZero();
        assertThat(none.candidates(FLAGS.get(2), 1)[0]).isEqualTo(1);
    }

    private static Question question(int index, AnswerType type) {
        return new Question(index, "group.question" + index, type, false, "?", Map.of());
    }

    private static Condition yes(int question) {
        return new Condition.Is(FLAGS.get(question), 0b10);
    }

    private static ClauseTable table(Condition condition) {
        return new ClauseTable(VOCABULARY, List.of(condition), List.of());
    }

    private static Answers answers(Map<Integer, Integer> raw) {
        Answers.Builder answers = Answers.builder(VOCABULARY);
        raw.forEach((question, number) -> answers.setRaw(VOCABULARY.questions().get(question), number));
        return answers.build();
    }

    private static boolean isCandidate(ClauseTable table, Answers answers) {
        return table.candidates(facts(answers))[0] == 1;
    }

    private static Facts facts(Answers answers) {
        return new Facts() {
            @Override
            public Answers answers() {
                return answers;
            }

            @Override
            public int earlierAssessments() {
                return 0;
            }
        };
    }
}
