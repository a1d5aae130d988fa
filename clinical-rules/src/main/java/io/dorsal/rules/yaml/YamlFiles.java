package io.dorsal.rules.yaml;

import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.lint.Unread;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Opens the files of one ruleset, and collects what is wrong with them. */
final class YamlFiles {
    private final RulesetFolder folder;
    private final List<Defect> defects = new ArrayList<>();
    private final Map<String, JsonNode> opened = new TreeMap<>();
    private final Set<String> unreadFiles = new HashSet<>();
    private final Set<String> unreadConditions = new HashSet<>();

    YamlFiles(RulesetFolder folder) {
        this.folder = folder;
    }

    /** The file's content; null, and a defect, if there is none. */
    @Nullable
    JsonNode open(String file) {
        try {
            byte[] bytes = folder.read(file).orElse(null);
            if (bytes == null) {
                unreadFiles.add(file);
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
        unreadFiles.add(file);
        return null;
    }

    /** Notes that nothing could be made of what is in a file. */
    void unreadFile(String file) {
        unreadFiles.add(file);
    }

    /** Notes that something stands in for the condition of this entry. */
    void unreadCondition(String name) {
        unreadConditions.add(name);
    }

    Unread unread() {
        return new Unread(unreadFiles, unreadConditions);
    }

    /** Complains of files that nothing in the ruleset names. */
    void endFolder() {
        try {
            for (String file : folder.files()) {
                if (!opened.containsKey(file) && !unreadFiles.contains(file)) {
                    defect(file, null, "unknown file: the ruleset does not name it");
                }
            }
        } catch (UncheckedIOException e) {
            defect(".", null, "the folder cannot be listed");
        }
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
