package io.dorsal.rules.yaml;

import io.dorsal.rules.lint.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Opens the files of one ruleset, and collects what is wrong with them. */
final class YamlFiles {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final RulesetFolder folder;
    private final List<Defect> defects = new ArrayList<>();
    private final Map<String, JsonNode> opened = new TreeMap<>();

    YamlFiles(RulesetFolder folder) {
        this.folder = folder;
    }

    boolean exists(String file) {
        return folder.read(file).isPresent();
    }

    /** The file's content; null, and a defect, if there is none. */
    @Nullable
    JsonNode open(String file) {
        byte[] bytes = folder.read(file).orElse(null);
        if (bytes == null) {
            defect(file, null, "missing file");
            return null;
        }
        try {
            JsonNode content = MAPPER.readTree(bytes);
            opened.put(file, content);
            return content;
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            defect(
                    file,
                    null,
                    "unreadable" + (place == null ? "" : " at line " + place.getLineNr()) + ": "
                            + firstLine(e.getOriginalMessage()));
            return null;
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

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
