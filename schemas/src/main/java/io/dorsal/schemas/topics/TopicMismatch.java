package io.dorsal.schemas.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * Where a topic differs from what is wanted of it.
 *
 * @param forbidden whether nothing may run on it so: keys would move, or acknowledged records be lost with a broker
 * @param text the topic, the difference, and what to do
 */
record TopicMismatch(boolean forbidden, String text) {

    static List<TopicMismatch> between(
            TopicDefinition wanted, @Nullable TopicDescription found, @Nullable Config config) {
        List<TopicMismatch> mismatches = new ArrayList<>();
        if (found != null) {
            comparePartitions(wanted, found.partitions().size(), mismatches);
            found.partitions().stream()
                    .mapToInt(partition -> partition.replicas().size())
                    .min()
                    .ifPresent(replicas -> compareReplicas(wanted, replicas, mismatches));
        }
        if (config != null) {
            new TreeMap<>(wanted.config()).entrySet().forEach(entry -> compare(wanted, entry, config, mismatches));
        }
        return mismatches;
    }

    private static void comparePartitions(TopicDefinition wanted, int partitions, List<TopicMismatch> mismatches) {
        if (partitions != wanted.partitions()) {
            mismatches.add(new TopicMismatch(
                    true,
                    "%s has %d partitions instead of %d. A keyed topic cannot grow: move its records to a new version"
                            .formatted(wanted.name(), partitions, wanted.partitions())));
        }
    }

    private static void compareReplicas(TopicDefinition wanted, int replicas, List<TopicMismatch> mismatches) {
        if (replicas != wanted.replication()) {
            mismatches.add(new TopicMismatch(
                    replicas < wanted.replication(),
                    "%s has %d replicas instead of %d: reassign its partitions (kafka-reassign-partitions.sh)"
                            .formatted(wanted.name(), replicas, wanted.replication())));
        }
    }

    private static void compare(
            TopicDefinition wanted, Map.Entry<String, String> setting, Config config, List<TopicMismatch> mismatches) {
        ConfigEntry found = config.get(setting.getKey());
        String value = found == null ? "nothing" : found.value();
        if (!setting.getValue().equals(value)) {
            mismatches.add(new TopicMismatch(
                    isTooFewInSync(setting, value),
                    "%1$s has %2$s=%3$s instead of %4$s: kafka-configs.sh --alter --topic %1$s --add-config %2$s=%4$s"
                            .formatted(wanted.name(), setting.getKey(), value, setting.getValue())));
        }
    }

    private static boolean isTooFewInSync(Map.Entry<String, String> setting, String value) {
        return setting.getKey().equals(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                && Integer.parseInt(value) < Integer.parseInt(setting.getValue());
    }
}
