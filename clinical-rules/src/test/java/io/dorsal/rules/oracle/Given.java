package io.dorsal.rules.oracle;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads answers by path, in the words of the specification. */
class Given {
    private final Answers answers;

    Given(Answers answers) {
        this.answers = answers;
    }

    boolean yes(String path) {
        return Boolean.TRUE.equals(answers.flag(question(path)));
    }

    boolean no(String path) {
        return Boolean.FALSE.equals(answers.flag(question(path)));
    }

    boolean any(String... paths) {
        return count(paths) > 0;
    }

    int count(String... paths) {
        int count = 0;
        for (String path : paths) {
            count += yes(path) ? 1 : 0;
        }
        return count;
    }

    boolean is(String path, String... symbols) {
        String symbol = answers.symbol(question(path));
        return symbol != null && List.of(symbols).contains(symbol);
    }

    boolean has(String path, String symbol) {
        List<String> symbols = answers.symbols(question(path));
        return symbols != null && symbols.contains(symbol);
    }

    boolean unanswered(String path) {
        return !answers.isAnswered(question(path));
    }

    boolean more(String path, int than) {
        Integer number = answers.number(question(path));
        return number != null && number > than;
    }

    int number(String path) {
        Integer number = answers.number(question(path));
        if (number == null) {
            throw new IllegalStateException(path);
        }
        return number;
    }

    List<Question> group(String name) {
        return answers.vocabulary().group(name);
    }

    @Nullable
    Object value(Question question) {
        return answers.value(question).orElse(null);
    }

    private Question question(String path) {
        return answers.vocabulary().question(path);
    }
}
