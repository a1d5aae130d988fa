package io.dorsal.rules.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.yaml.Rulesets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/rules in step with the active ruleset, and writes it anew when asked to. */
class RuleDocsAreCurrentTest {
    private static final Path FOLDER = Path.of("..", "docs", "rules");
    private static final String WRITE = "dorsal.docs.write";
    private static final String COMMAND =
            "./mvnw -q -pl clinical-rules test -Dtest=RuleDocsAreCurrentTest -D" + WRITE + "=true";

    @Test
    void pagesInTheRepositoryAreThoseOfTheActiveRuleset() throws IOException {
        Map<String, String> pages = RulePages.of(Rulesets.active());
        if (Boolean.getBoolean(WRITE)) {
            write(pages);
        }

        assertThat(pagesInTheRepository())
                .as("docs/rules is stale; write it anew with: " + COMMAND)
                .isEqualTo(pages);
    }

    private static Map<String, String> pagesInTheRepository() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return pages;
    }

    private static void write(Map<String, String> pages) throws IOException {
        Files.createDirectories(FOLDER);
        for (String outdated : pagesInTheRepository().keySet()) {
            Files.delete(FOLDER.resolve(outdated));
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
        }
    }
}
