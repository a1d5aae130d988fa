package io.dorsal.rules.yaml;

import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.DerivedNumber;
import io.dorsal.rules.ruleset.Term;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads {@code terms.yaml}; each name may use those before it. */
final class TermsReader {
    private static final String FILE = "terms.yaml";

    private final YamlFiles files;
    private final Vocabulary vocabulary;
    private final Names names;
    private final ConditionReader conditions;

    TermsReader(YamlFiles files, Vocabulary vocabulary, Names names, ConditionReader conditions) {
        this.files = files;
        this.vocabulary = vocabulary;
        this.names = names;
        this.conditions = conditions;
    }

    void read() {
        JsonNode content = files.open(FILE);
        if (content == null) {
            names.unreadAll();
            return;
        }
        Entry file = new Entry(files, FILE, null, content);
        file.entries("numbers").forEach(this::readNumber);
        file.entries("lists").forEach(this::readList);
        file.entries("terms").forEach(this::readTerm);
        file.end();
    }

    private void readNumber(Entry entry) {
        Entry number = entry.named("number " + entry.text("name"));
        int before = files.defects().size();
        int per = number.number("per");
        names.add(
                new DerivedNumber(
                        number.text("name"),
                        number.text("means"),
                        question(number, "from"),
                        question(number, "minus"),
                        Math.max(1, per)),
                number);
        end(number, before);
    }

    private Question question(Entry entry, String member) {
        String path = entry.text(member);
        return vocabulary
                .find(path)
                .filter(question -> question.type() instanceof AnswerType.WholeNumber)
                .orElseGet(() -> {
                    entry.defect("no such number among the answers: " + path);
                    return vocabulary.questions().getFirst();
                });
    }

    private void readList(Entry entry) {
        Entry list = entry.named("list " + entry.text("name"));
        int before = files.defects().size();
        list.text("means");
        List<Condition> parts =
                list.list("of").stream().map(one -> conditions.read(one, list)).toList();
        names.add(list.text("name"), parts, list);
        end(list, before);
    }

    private void readTerm(Entry entry) {
        Entry term = entry.named("term " + entry.text("name"));
        int before = files.defects().size();
        names.add(new Term(term.text("name"), term.text("means"), term.condition("when", conditions)), term);
        end(term, before);
    }

    private void end(Entry entry, int before) {
        if (files.defects().size() > before) {
            names.unread(entry.text("name"));
            entry.unreadCondition();
        }
        entry.end();
    }
}
