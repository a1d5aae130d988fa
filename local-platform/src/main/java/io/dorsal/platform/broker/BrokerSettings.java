package io.dorsal.platform.broker;

import io.dorsal.platform.process.PartFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A single broker that is its own controller.
 *
 * @param data where it keeps its log
 */
record BrokerSettings(int port, int controllerPort, Path data) {

    BrokerSettings {
        if (data.toString().contains(",")) {
            throw new PartFailure(
                    "the broker cannot keep its data below a directory with a comma in its name: " + data);
        }
    }

    Properties asProperties() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.put("log.dirs", data.toString());
        // With one broker there is one replica of anything.
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // The 50 and 50 partitions that these get otherwise take seconds to open at each start.
        settings.put("offsets.topic.num.partitions", "6");
        settings.put("transaction.state.log.num.partitions", "3");
        settings.put("auto.create.topics.enable", "false");
        // Nobody else is about to join, so a group need not wait; and a killed service is replaced soon.
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.min.session.timeout.ms", "6000");
        // A segment's indexes are allocated in advance: small ones keep hundreds of partitions small on disk.
        settings.put("log.segment.bytes", Integer.toString(64 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        settings.put("metadata.log.max.snapshot.interval.ms", "3600000");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("num.recovery.threads.per.data.dir", "2");
        settings.put("broker.session.timeout.ms", "9000");
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
