package io.dorsal.rules.yaml;

import io.dorsal.rules.lint.Defect;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Opens the files of one ruleset, and collects what is wrong with them. */
final class YamlFiles {
    private final RulesetFolder folder;
    private final List<Defect> defects = new ArrayList<>();
    private final Map<String, JsonNode> opened = new TreeMap<>();

    YamlFiles(RulesetFolder folder) {
        this.folder = folder;
    }

    boolean exists(String file) {
        try {
            return folder.read(file).isPresent();
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    /** The file's content; null, and a defect, if there is none. */
    @Nullable
    JsonNode open(String file) {
        try {
            byte[] bytes = folder.read(file).orElse(null);
            if (bytes == null) {
                defect(file, null, "missing file");
                return null;
            }
            JsonNode content = StrictYaml.read(bytes);
            opened.put(file, content);
            return content;
        } catch (UncheckedIOException e) {
            defect(file, null, "cannot be read");
        } catch (StrictYaml.Refused e) {
            defect(file, null, e.reason());
        }
        return null;
    }

    void defect(String file, @Nullable String rule, String reason) {
        defects.add(new Defect(file, rule, reason));
    }

    List<Defect> defects() {
        return defects;
    }

    /** What was opened so far, by file name. */
    Map<String, JsonNode> opened() {
        return opened;
    }
}
