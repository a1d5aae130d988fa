package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packed ruleset with defects planted into its files. */
final class PlantedDefects implements RulesetFolder {
    private final RulesetFolder sound = RulesetFolder.packed(Rulesets.ACTIVE_VERSION);
    private final Map<String, String> changed = new HashMap<>();

    PlantedDefects replacing(String file, String text, String with) {
        String content = content(file);
        assertThat(content).as("what is replaced in %s", file).contains(text);
        int at = content.indexOf(text);
        changed.put(file, content.substring(0, at) + with + content.substring(at + text.length()));
        return this;
    }

    PlantedDefects appending(String file, String text) {
        changed.put(file, content(file) + "\n" + text);
        return this;
    }

    List<Defect> found() {
        BrokenRuleset refused = catchThrowableOfType(BrokenRuleset.class, () -> Rulesets.load(this));
        assertThat(refused).as("the ruleset is refused").isNotNull();
        return refused.defects();
    }

    @Override
    public Optional<byte[]> read(String file) {
        String text = changed.get(file);
        return text == null ? sound.read(file) : Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private String content(String file) {
        return new String(read(file).orElseThrow(), StandardCharsets.UTF_8);
    }
}
