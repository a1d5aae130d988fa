package io.dorsal.system.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A candidate ruleset that triage evaluates beside the active one in every test: nothing that clinics see may change by it. */
final class Candidate {

    private static final String ACTIVE = "clinical-rules/src/main/resources/rulesets/2026.1";

    private Candidate() {}

    /** The active ruleset as a draft of its own, by which a cauda equina syndrome would be no emergency. */
    static Path in(Path folder) {
        Path active = Repository.path(ACTIVE);
        try (Stream<Path> files = Files.walk(active)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(active.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            replace(folder.resolve("ruleset.yaml"), "version: '2026.1'", "version: candidate");
            replace(folder.resolve("ruleset.yaml"), "status: active", "status: draft");
            replace(folder.resolve("ruleset.yaml"), "urgency: [EMERGENCY]}", "urgency: [EMERGENCY, URGENT]}");
            replace(
                    folder.resolve("rules/emergency.yaml"),
                    "title: Cauda equina syndrome\n  urgency: EMERGENCY",
                    "title: Cauda equina syndrome\n  urgency: URGENT");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static void replace(Path file, String text, String instead) throws IOException {
        String content = Files.readString(file);
        if (!content.contains(text)) {
            throw new IllegalStateException(file + " does not have: " + text);
        }
        Files.writeString(file, content.replace(text, instead));
    }
}
