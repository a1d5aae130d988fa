package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The packed ruleset with defects planted into its files. */
final class PlantedDefects implements RulesetFolder {
    private final RulesetFolder sound =
            RulesetFolder.directory(Path.of("src/main/resources/rulesets", Rulesets.ACTIVE_VERSION));
    private final Map<String, Optional<byte[]>> changed = new HashMap<>();

    PlantedDefects replacing(String file, String text, String with) {
        String content = content(file);
        assertThat(content).as("what is replaced in %s", file).contains(text);
        int at = content.indexOf(text);
        return holding(file, content.substring(0, at) + with + content.substring(at + text.length()));
    }

    /** Replaces within one rule. */
    PlantedDefects inRule(String file, String rule, String text, String with) {
        String content = content(file);
        int from = content.indexOf("- id: " + rule + "\n");
        int at = content.indexOf(text, from);
        int next = content.indexOf("\n- id: ", from + 1);
        assertThat(at > from && (next < 0 || at < next))
                .as("%s has what is replaced: %s", rule, text)
                .isTrue();
        return holding(file, content.substring(0, at) + with + content.substring(at + text.length()));
    }

    PlantedDefects appending(String file, String text) {
        return holding(file, content(file) + "\n" + text);
    }

    PlantedDefects holding(String file, String text) {
        return holding(file, text.getBytes(StandardCharsets.UTF_8));
    }

    PlantedDefects holding(String file, byte[] bytes) {
        changed.put(file, Optional.of(bytes));
        return this;
    }

    PlantedDefects without(String file) {
        changed.put(file, Optional.empty());
        return this;
    }

    List<Defect> found() {
        BrokenRuleset refused = catchThrowableOfType(BrokenRuleset.class, () -> Rulesets.load(this));
        assertThat(refused).as("the ruleset is refused").isNotNull();
        return refused.defects();
    }

    /** What is complained of, a line each. */
    List<String> told() {
        return found().stream().map(Defect::toString).toList();
    }

    @Override
    public Optional<byte[]> read(String file) {
        Optional<byte[]> bytes = changed.get(file);
        return bytes == null ? sound.read(file) : bytes;
    }

    @Override
    public Set<String> files() {
        Set<String> files = new TreeSet<>(sound.files());
        changed.forEach((file, bytes) -> {
            if (bytes.isPresent()) {
                files.add(file);
            } else {
                files.remove(file);
            }
        });
        return files;
    }

    @Override
    public Optional<String> namedVersion() {
        return sound.namedVersion();
    }

    private String content(String file) {
        return new String(read(file).orElseThrow(), StandardCharsets.UTF_8);
    }
}
