package io.dorsal.rules.clauses;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Everything that conditions look at: a column for each question, for the count of earlier assessments and derived numbers. */
final class Columns {
    private final List<Column> columns = new ArrayList<>();
    private final Map<DerivedNumber, Integer> derived = new LinkedHashMap<>();
    private final int count;

    Columns(Vocabulary vocabulary, List<Condition> conditions, List<ScreenQuestion> screen) {
        Thresholds thresholds = new Thresholds(vocabulary);
        Stream.concat(conditions.stream(), screen.stream().map(ScreenQuestion::when))
                .flatMap(Conditions::all)
                .forEach(thresholds::add);
        for (Question question : vocabulary.questions()) {
            columns.add(new Column(
                    new Column.OfAnswer(question.index()), 0, highest(question, thresholds.ofAnswer(question))));
        }
        this.count = columns.size();
        columns.add(new Column(new Column.OfCount(), 0, thresholds.ofCount()));
        thresholds.ofDerived().forEach((number, range) -> {
            derived.put(number, columns.size());
            columns.add(new Column(new Column.OfDerived(number), range.lowest(), range.highest()));
        });
    }

    private static int highest(Question question, int threshold) {
        return switch (question.type()) {
            case AnswerType.YesNo _ -> 1;
            case AnswerType.WholeNumber _ -> threshold;
            case AnswerType.OneOf oneOf -> oneOf.symbols().size() - 1;
            case AnswerType.SetOf setOf -> setOf.subsets().size() - 1;
        };
    }

    List<Column> all() {
        return columns;
    }

    /** The clause that a condition on a single column is; empty where the column has too many rows. */
    Optional<Clause> clause(Condition.OnAnswer condition) {
        return clause(condition.question().index(), condition.isMetBy(Answers.UNANSWERED), condition::isMetBy);
    }

    /** See {@link #clause(Condition.OnAnswer)}. */
    Optional<Clause> clause(Condition.EarlierAssessments condition) {
        return clause(count, false, known -> known >= condition.atLeast());
    }

    /** See {@link #clause(Condition.OnAnswer)}. */
    Optional<Clause> clause(Condition.Derived condition) {
        Integer column = derived.get(condition.number());
        return column == null
                ? Optional.empty()
                : clause(column, false, value -> value >= condition.min() && value <= condition.max());
    }

    private Optional<Clause> clause(int index, boolean whenUnknown, IntPredicate whenKnown) {
        Column column = columns.get(index);
        if (!column.isUsable()) {
            return Optional.empty();
        }
        BitSet rows = new BitSet();
        rows.set(0, whenUnknown);
        for (int row = 1; row < column.rows(); row++) {
            rows.set(row, whenKnown.test(column.value(row)));
        }
        return Optional.of(new Clause(Map.of(index, rows)));
    }

    /** The clause met where this one is not, of a clause with one column. */
    Clause negated(Clause clause) {
        int column = clause.column();
        BitSet rows = (BitSet) clause.rows(column).clone();
        rows.flip(0, columns.get(column).rows());
        return new Clause(Map.of(column, rows));
    }

    /** Whether the clause is met whatever the facts are. */
    boolean isAlwaysMet(Clause clause) {
        return clause.alternatives().entrySet().stream()
                .anyMatch(alternative -> alternative.getValue().cardinality()
                        == columns.get(alternative.getKey()).rows());
    }

    /** How common it is, roughly, that the clause is met. */
    double share(Clause clause) {
        return clause.alternatives().entrySet().stream()
                .mapToDouble(alternative -> alternative.getValue().cardinality()
                        / (double) columns.get(alternative.getKey()).rows())
                .sum();
    }
}
