package io.dorsal.rules.yaml;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.safety.CounterfactualPair;
import io.dorsal.rules.safety.GoldCase;
import io.dorsal.rules.safety.GoldSet;
import io.dorsal.rules.safety.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one file of gold cases and pairs in YAML. */
final class GoldYaml {
    private final String file;
    private final YamlFiles files;
    private final GivenAnswers given = new GivenAnswers(VocabularyYaml.vocabulary());
    private final List<Defect> defects;

    GoldYaml(Path file, List<Defect> defects) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        this.file = String.valueOf(file.getFileName());
        this.files = new YamlFiles(RulesetFolder.directory(folder));
        this.defects = defects;
    }

    GoldSet read() {
        List<GoldCase> cases = new ArrayList<>();
        List<CounterfactualPair> pairs = new ArrayList<>();
        JsonNode content = files.open(file);
        if (content != null) {
            Entry whole = new Entry(files, file, null, content);
            Origin origin = whole.find("origin") == null ? null : origin(whole);
            entries(whole, "cases").forEach(entry -> goldCase(entry, origin).ifPresent(cases::add));
            entries(whole, "pairs").forEach(entry -> pair(entry, origin).ifPresent(pairs::add));
            whole.end();
        }
        defects.addAll(files.defects());
        return new GoldSet(cases, pairs);
    }

    private static List<Entry> entries(Entry whole, String member) {
        return whole.find(member) == null ? List.of() : whole.entries(member);
    }

    /** A case that is not wholly understood is left out, since it is complained of anyway. */
    private Optional<GoldCase> goldCase(Entry unnamed, @Nullable Origin ofFile) {
        int before = files.defects().size();
        Entry entry = unnamed.named(unnamed.text("id"));
        String id = entry.text("id");
        String story = entry.text("story");
        Answers answers = answers(entry.child("answers"));
        Integer earlier =
                entry.find("earlierAssessments") == null ? null : (Integer) entry.number("earlierAssessments");
        List<Urgency> accepted = entry.symbols("accepted", Urgency.class);
        if (accepted.isEmpty()) {
            entry.defect("accepted names no urgency");
        }
        entry.textIfAny("note");
        Origin origin = origin(entry, ofFile);
        entry.end();
        return files.defects().size() > before || answers == null || origin == null
                ? Optional.empty()
                : Optional.of(new GoldCase(file, id, story, answers, earlier, accepted, origin));
    }

    private Optional<CounterfactualPair> pair(Entry unnamed, @Nullable Origin ofFile) {
        int before = files.defects().size();
        Entry entry = unnamed.named(unnamed.text("id"));
        String id = entry.text("id");
        String story = entry.text("story");
        Answers one = answers(entry.child("answers"));
        Urgency urgency = entry.symbol("urgency", Urgency.class);
        Entry but = entry.child("but");
        Answers other = one == null ? null : changed(one, but);
        Urgency then = entry.symbol("then", Urgency.class);
        entry.textIfAny("note");
        Origin origin = origin(entry, ofFile);
        entry.end();
        return files.defects().size() > before || one == null || other == null || origin == null
                ? Optional.empty()
                : Optional.of(new CounterfactualPair(file, id, story, one, urgency, other, then, origin));
    }

    private @Nullable Answers answers(Entry entry) {
        int before = files.defects().size();
        Answers.Builder answers = Answers.builder(VocabularyYaml.vocabulary());
        entry.members().forEach(answer -> given.set(answers, answer.getKey(), answer.getValue(), entry));
        given.lintRequired(answers, entry, "answers");
        return files.defects().size() > before ? null : answers.build();
    }

    private @Nullable Answers changed(Answers one, Entry but) {
        int before = files.defects().size();
        Answers.Builder changed = one.toBuilder();
        if (but.members().size() != 1) {
            but.defect("but names the one answer that is different");
        }
        but.members().forEach(answer -> given.set(changed, answer.getKey(), answer.getValue(), but));
        given.lintRequired(changed, but, "but");
        if (files.defects().size() > before) {
            return null;
        }
        Answers other = changed.build();
        if (other.equals(one)) {
            but.defect("but changes nothing");
        }
        return other;
    }

    private @Nullable Origin origin(Entry entry, @Nullable Origin ofFile) {
        if (entry.find("origin") != null) {
            return origin(entry);
        }
        if (ofFile == null) {
            entry.defect("needs an origin, here or for the whole file");
        }
        return ofFile;
    }

    /** A publication is cited so that a reader finds it. */
    private static Origin origin(Entry entry) {
        Entry origin = entry.child("origin");
        Origin.Kind kind = origin.symbol("kind", origin.text("kind").toUpperCase(Locale.ROOT), Origin.Kind.class);
        String source = origin.text("source");
        if (kind == Origin.Kind.INDEPENDENT) {
            source += ", " + origin.text("at");
        }
        origin.end();
        return new Origin(kind, source);
    }
}
