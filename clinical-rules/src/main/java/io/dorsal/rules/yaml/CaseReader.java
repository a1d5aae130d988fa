package io.dorsal.rules.yaml;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.lint.RuleCases;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the cases of rules: each says in what it differs from the baseline; {@code unanswered} takes an answer back. */
final class CaseReader {
    private static final String COUNT = "earlierAssessments";
    private static final String UNANSWERED = "unanswered";
    private static final String UNKNOWN = "unknown";

    private final YamlFiles files;
    private final Vocabulary vocabulary;
    private final JsonNode baseline;
    private final Entry main;

    CaseReader(YamlFiles files, Vocabulary vocabulary, JsonNode baseline, Entry main) {
        this.files = files;
        this.vocabulary = vocabulary;
        this.baseline = baseline;
        this.main = main;
    }

    /** The cases of a file, which may be missing: the linter tells which rules lack theirs. */
    List<RuleCases> read(String file) {
        if (!files.exists(file)) {
            return List.of();
        }
        JsonNode content = files.open(file);
        List<RuleCases> cases = new ArrayList<>();
        if (content != null) {
            for (var rule : content.properties()) {
                Entry entry = new Entry(files, file, rule.getKey(), rule.getValue());
                cases.add(new RuleCases(file, rule.getKey(), list(entry, "fires"), list(entry, "nearMiss")));
                entry.end();
            }
        }
        return cases;
    }

    private List<RuleCases.Case> list(Entry entry, String member) {
        List<RuleCases.Case> cases = new ArrayList<>();
        for (JsonNode node : entry.listIfAny(member)) {
            read(node, entry).ifPresent(cases::add);
        }
        return cases;
    }

    private Optional<RuleCases.Case> read(JsonNode node, Entry entry) {
        Answers.Builder answers = Answers.builder(vocabulary);
        baseline.properties().forEach(answer -> set(answers, answer.getKey(), answer.getValue(), main));
        Integer count = null;
        for (var answer : node.properties()) {
            if (answer.getKey().equals(COUNT)) {
                count = count(answer.getValue(), entry);
            } else {
                set(answers, answer.getKey(), answer.getValue(), entry);
            }
        }
        for (Question question : vocabulary.questions()) {
            if (question.required() && !answers.isAnswered(question)) {
                entry.defect("a case needs an answer to " + question.path());
                return Optional.empty();
            }
        }
        return Optional.of(new RuleCases.Case(answers.build(), count));
    }

    private static @Nullable Integer count(JsonNode value, Entry entry) {
        if (value.isInt()) {
            return value.intValue();
        }
        if (!UNKNOWN.equals(value.asString(""))) {
            entry.defect(COUNT + " is a whole number, or " + UNKNOWN);
        }
        return null;
    }

    private void set(Answers.Builder answers, String path, JsonNode value, Entry entry) {
        Question question = vocabulary.find(path).orElse(null);
        if (question == null) {
            entry.defect("unknown answer path: " + path);
        } else if (value.isString() && value.stringValue().equals(UNANSWERED)) {
            answers.clear(question);
        } else {
            int raw = raw(question, value, entry);
            if (question.type().accepts(raw)) {
                answers.setRaw(question, raw);
            } else {
                entry.defect("not an answer to " + path + ": " + value);
            }
        }
    }

    private static int raw(Question question, JsonNode value, Entry entry) {
        return switch (question.type()) {
            case AnswerType.WholeNumber _ -> value.isInt() ? value.intValue() : Answers.UNANSWERED;
            case AnswerType.SetOf _ -> value.isArray() ? Symbols.accepted(question, value, entry) : Answers.UNANSWERED;
            case AnswerType.YesNo _, AnswerType.OneOf _ -> {
                int bit = Symbols.bit(question, value);
                yield bit == 0 ? Answers.UNANSWERED : Integer.numberOfTrailingZeros(bit);
            }
        };
    }
}
