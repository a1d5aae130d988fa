package io.dorsal.testsupport.rulesets;

import io.dorsal.testsupport.platform.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the active ruleset in a folder, for a test to change. */
public record CandidateRuleset(Path folder) {

    /** The version that a copy has. */
    public static final String VERSION = "candidate";

    private static final String ACTIVE = "clinical-rules/src/main/resources/rulesets/2026.1";

    /** The active ruleset as a draft of another version. */
    public static CandidateRuleset copiedTo(Path folder) {
        Path active = Repository.file(ACTIVE);
        try (Stream<Path> files = Files.walk(active)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(active.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CandidateRuleset(folder)
                .with("ruleset.yaml", "version: '2026.1'", "version: '" + VERSION + "'")
                .with("ruleset.yaml", "status: active", "status: draft");
    }

    /** The same with another text in a file. */
    public CandidateRuleset with(String file, String text, String instead) {
        Path path = folder.resolve(file);
        try {
            String content = Files.readString(path);
            if (!content.contains(text)) {
                throw new IllegalStateException(file + " does not have: " + text);
            }
            Files.writeString(path, content.replace(text, instead));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The same with another urgency for a rule, and for its table one more that its rules may have. */
    public CandidateRuleset withUrgency(String table, String rule, String urgency) {
        String main = read("ruleset.yaml");
        int named = main.indexOf("rules/" + table);
        String upToUrgencies = main.substring(named, main.indexOf("]}", named));
        with("ruleset.yaml", upToUrgencies, upToUrgencies + ", " + urgency);
        String content = read("rules/" + table);
        int entry = content.indexOf("- id: " + rule + "\n");
        int from = content.indexOf("urgency: ", entry);
        int to = content.indexOf('\n', from);
        return with(
                "rules/" + table, content.substring(entry, to), content.substring(entry, from) + "urgency: " + urgency);
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
