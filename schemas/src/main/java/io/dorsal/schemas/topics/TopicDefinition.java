package io.dorsal.schemas.topics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** A topic's size and settings. */
public record TopicDefinition(String name, int partitions, short replication, Map<String, String> config) {

    public TopicDefinition {
        config = Map.copyOf(config);
    }

    /** This topic on a cluster of a given size; with fewer brokers than replicas, it makes do with what there is. */
    TopicDefinition fittedTo(ClusterSize size) {
        short fitted = (short) Math.min(replication, size.brokers());
        Map<String, String> fittedConfig = new LinkedHashMap<>(config);
        if (fitted < replication) {
            fittedConfig.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(Math.max(1, fitted - 1)));
        }
        return new TopicDefinition(name, Math.min(partitions, size.maxPartitions()), fitted, fittedConfig);
    }

    NewTopic toNewTopic() {
        return new NewTopic(name, partitions, replication).configs(config);
    }
}
