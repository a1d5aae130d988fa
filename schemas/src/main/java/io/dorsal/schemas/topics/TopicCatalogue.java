package io.dorsal.schemas.topics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The topics to provision, as {@code deploy/topics.yaml} lists them, parked topics included. */
public record TopicCatalogue(List<TopicDefinition> topics) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public TopicCatalogue {
        topics = List.copyOf(topics);
    }

    /** Reads the file; a member that is not known is an error, since a misspelt setting would lose its effect. */
    public static TopicCatalogue read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return YAML.readValue(in, Document.class).catalogue();
        }
    }

    private record Document(Defaults defaults, ParkedDefaults parked, List<Entry> topics) {

        TopicCatalogue catalogue() {
            List<TopicDefinition> all = new ArrayList<>();
            for (Entry entry : topics) {
                all.add(definition(
                        entry.name(), orElse(entry.partitions(), defaults.partitions()), orNone(entry.config())));
                for (String group : entry.consumers() == null ? List.<String>of() : entry.consumers()) {
                    all.add(definition(
                            entry.name() + "." + group + ".parked",
                            parked.partitions(),
                            merged(parked.config(), orNone(entry.parked()))));
                }
            }
            return new TopicCatalogue(all);
        }

        private TopicDefinition definition(String name, int partitions, Map<String, String> own) {
            return new TopicDefinition(name, partitions, defaults.replication(), merged(defaults.config(), own));
        }

        private static Map<String, String> merged(Map<String, String> general, Map<String, String> own) {
            Map<String, String> merged = new LinkedHashMap<>(general);
            merged.putAll(own);
            return merged;
        }

        private static Map<String, String> orNone(@Nullable Map<String, String> config) {
            return config == null ? Map.of() : config;
        }

        private static int orElse(@Nullable Integer number, int otherwise) {
            return number == null ? otherwise : number;
        }
    }

    private record Defaults(int partitions, short replication, Map<String, String> config) {}

    private record ParkedDefaults(int partitions, Map<String, String> config) {}

    /**
     * @param parked settings of its parked topics that differ from those of all
     */
    private record Entry(
            String name,
            @Nullable Integer partitions,
            @Nullable Map<String, String> config,
            @Nullable List<String> consumers,
            @Nullable Map<String, String> parked) {}
}
