package io.dorsal.rules.yaml;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Advice;
import io.dorsal.rules.ruleset.Advice.Audience;
import io.dorsal.rules.ruleset.Advice.Situation;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.ConflictNote;
import io.dorsal.rules.ruleset.Source;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads sources, conflict notes and advice. */
final class TextsReader {
    private final YamlFiles files;
    private final ConditionReader conditions;

    TextsReader(YamlFiles files, ConditionReader conditions) {
        this.files = files;
        this.conditions = conditions;
    }

    List<Source> sources() {
        return list("sources.yaml").stream().map(this::source).toList();
    }

    List<ConflictNote> conflicts() {
        return list("conflicts.yaml").stream().map(this::conflict).toList();
    }

    List<Advice> advice() {
        JsonNode content = files.open("advice.yaml");
        if (content == null) {
            return List.of();
        }
        Entry file = new Entry(files, "advice.yaml", null, content);
        List<Advice> advice = new ArrayList<>();
        file.entries("clinic").forEach(entry -> advice.add(advice(entry, Audience.CLINIC)));
        file.entries("patient").forEach(entry -> advice.add(advice(entry, Audience.PATIENT)));
        file.end();
        return advice;
    }

    private List<Entry> list(String file) {
        JsonNode content = files.open(file);
        if (content == null) {
            return List.of();
        }
        if (!content.isArray()) {
            files.defect(file, null, "must be a list");
            return List.of();
        }
        return content.values().stream()
                .map(node -> new Entry(files, file, null, node))
                .toList();
    }

    private Source source(Entry unnamed) {
        String id = unnamed.text("id");
        Entry entry = unnamed.named("source " + id);
        Source source = new Source(
                entry.text("id"),
                entry.text("title"),
                entry.text("by"),
                entry.text("about"),
                entry.text("find"),
                parts(entry, id));
        entry.end();
        return source;
    }

    private static Map<String, String> parts(Entry entry, String id) {
        Map<String, String> parts = new LinkedHashMap<>();
        JsonNode node = entry.find("parts");
        if (node == null) {
            return parts;
        }
        Entry titles = entry.of(node);
        for (String part : node.propertyNames()) {
            if (!part.startsWith(id + ".")) {
                entry.defect("a part is named after its source: " + id + ".…, not " + part);
            }
            parts.put(part, titles.text(part));
        }
        return parts;
    }

    private ConflictNote conflict(Entry entry) {
        List<ConflictNote.Position> positions = new ArrayList<>();
        for (Entry position : entry.entries("positions")) {
            positions.add(new ConflictNote.Position(position.text("cite"), position.text("says")));
            position.end();
        }
        ConflictNote note =
                new ConflictNote(entry.text("question"), positions, entry.text("resolved"), entry.texts("rules"));
        entry.end();
        return note;
    }

    private Advice advice(Entry unnamed, Audience audience) {
        Entry entry = unnamed.named("advice " + unnamed.text("id"));
        JsonNode node = entry.find("when");
        String id = entry.text("id");
        String text = entry.text("text");
        entry.end();
        if (node == null) {
            return new Advice(id, audience, Set.of(), List.of(), Set.of(), new Condition.Always(), text);
        }
        Entry when = entry.of(node);
        JsonNode answers = when.find("answers");
        Advice advice = new Advice(
                id,
                audience,
                when.find("urgency") == null ? Set.of() : Set.copyOf(when.symbols("urgency", Urgency.class)),
                when.find("rules") == null ? List.of() : when.texts("rules"),
                when.find("situation") == null ? Set.of() : situations(when),
                answers == null ? new Condition.Always() : conditions.read(answers, when),
                text);
        when.end();
        return advice;
    }

    private static Set<Situation> situations(Entry when) {
        Set<Situation> situations = EnumSet.noneOf(Situation.class);
        for (String text : when.texts("situation")) {
            for (Situation situation : Situation.values()) {
                if (situation.spelling().equals(text)) {
                    situations.add(situation);
                    text = "";
                }
            }
            if (!text.isEmpty()) {
                when.defect("unknown situation: " + text);
            }
        }
        return situations;
    }
}
