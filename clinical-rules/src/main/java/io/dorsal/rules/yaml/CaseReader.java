package io.dorsal.rules.yaml;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.lint.RuleCases;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the cases of rules: each says in what it differs from the baseline; "unanswered" takes an answer back. */
final class CaseReader {
    private static final String COUNT = "earlierAssessments";
    private static final String UNKNOWN = "unknown";

    private final YamlFiles files;
    private final Vocabulary vocabulary;
    private final GivenAnswers given;
    private final @Nullable Answers baseline;

    /** Reads the baseline; where that is wrong no case can be read. */
    CaseReader(YamlFiles files, Vocabulary vocabulary, Entry main) {
        this.files = files;
        this.vocabulary = vocabulary;
        this.given = new GivenAnswers(vocabulary);
        this.baseline = baseline(main);
    }

    private @Nullable Answers baseline(Entry main) {
        int before = files.defects().size();
        Entry entry = main.child("caseBaseline");
        Answers.Builder answers = Answers.builder(vocabulary);
        entry.members().forEach(answer -> given.set(answers, answer.getKey(), answer.getValue(), entry));
        given.lintRequired(answers, entry, "caseBaseline");
        return files.defects().size() > before ? null : answers.build();
    }

    /** The cases of a file; the linter tells which rules lack theirs. */
    List<RuleCases> read(String file) {
        JsonNode content = files.open(file);
        if (content == null) {
            return List.of();
        }
        if (baseline == null) {
            files.unreadFile(file);
            return List.of();
        }
        new Entry(files, file, null, content);
        List<RuleCases> cases = new ArrayList<>();
        for (var rule : content.properties()) {
            Entry entry = new Entry(files, file, rule.getKey(), rule.getValue());
            Entry unanswered = entry.childIfAny("unanswered");
            cases.add(new RuleCases(
                    file,
                    rule.getKey(),
                    list(entry, "fires", baseline),
                    list(entry, "nearMiss", baseline),
                    list(unanswered, "doesNotFire", baseline),
                    list(unanswered, "fires", baseline)));
            unanswered.end();
            entry.end();
        }
        return cases;
    }

    private List<RuleCases.Case> list(Entry entry, String member, Answers baseline) {
        List<RuleCases.Case> cases = new ArrayList<>();
        int number = 0;
        for (JsonNode node : entry.listIfAny(member)) {
            number++;
            read(number, node, entry, baseline).ifPresent(cases::add);
        }
        return cases;
    }

    /** A case that is not wholly understood is left out, so that its outcome is not complained of too. */
    private Optional<RuleCases.Case> read(int number, JsonNode node, Entry entry, Answers baseline) {
        int before = files.defects().size();
        Answers.Builder answers = baseline.toBuilder();
        Integer count = null;
        for (var answer : entry.of(node).members()) {
            if (answer.getKey().equals(COUNT)) {
                count = count(answer.getValue(), entry);
            } else {
                given.set(answers, answer.getKey(), answer.getValue(), entry);
            }
        }
        given.lintRequired(answers, entry, "a case");
        return files.defects().size() > before
                ? Optional.empty()
                : Optional.of(new RuleCases.Case(number, answers.build(), count));
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
}
