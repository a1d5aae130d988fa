package io.dorsal.rules.oracle;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Because;
import io.dorsal.rules.vocabulary.AnswerValue;
import io.dorsal.rules.vocabulary.Question;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;

/** Reads answers by path, in the words of the specification. */
class Given {
    private final Answers answers;

    Given(Answers answers) {
        this.answers = answers;
    }

    Evidence yes(String path) {
        return Evidence.of(Boolean.TRUE.equals(answers.flag(question(path))), path);
    }

    Evidence no(String path) {
        return Evidence.of(Boolean.FALSE.equals(answers.flag(question(path))), path);
    }

    Evidence notTrue(String path) {
        return Evidence.of(!yes(path).met(), path);
    }

    Evidence anyYes(String... paths) {
        return Evidence.any(each(paths));
    }

    /** Each of the paths answered with yes, for a count or an alternative. */
    Evidence[] each(String... paths) {
        return Arrays.stream(paths).map(this::yes).toArray(Evidence[]::new);
    }

    Evidence is(String path, String... symbols) {
        String symbol = answers.symbol(question(path));
        return Evidence.of(symbol != null && List.of(symbols).contains(symbol), path);
    }

    /** Met by a missing answer, too. */
    Evidence isNot(String path, String symbol) {
        return Evidence.of(!is(path, symbol).met(), path);
    }

    Evidence unanswered(String path) {
        return Evidence.of(!answers.isAnswered(question(path)), path);
    }

    Evidence has(String path, String symbol) {
        List<String> symbols = answers.symbols(question(path));
        return Evidence.of(symbols != null && symbols.contains(symbol), path);
    }

    /** Met by a missing answer, too. */
    Evidence lacks(String path, String symbol) {
        return Evidence.of(!has(path, symbol).met(), path);
    }

    Evidence number(String path, IntPredicate test) {
        Integer number = answers.number(question(path));
        return Evidence.of(number != null && test.test(number), path);
    }

    int required(String path) {
        return Objects.requireNonNull(answers.number(question(path)));
    }

    List<String> symbols(String path) {
        return Objects.requireNonNull(answers.symbols(question(path)));
    }

    /** The questions of a group that were answered. */
    List<Question> answered(String group) {
        return answers.vocabulary().group(group).stream()
                .filter(answers::isAnswered)
                .toList();
    }

    AnswerValue value(Question question) {
        return answers.value(question).orElseThrow();
    }

    /** What was answered to the questions, in the order of the vocabulary. */
    List<Because> quoted(Evidence evidence) {
        return evidence.paths().stream()
                .distinct()
                .map(this::question)
                .sorted(Comparator.comparingInt(Question::index))
                .map(question ->
                        new Because(question.path(), answers.value(question).orElse(null)))
                .toList();
    }

    private Question question(String path) {
        return answers.vocabulary().question(path);
    }
}
