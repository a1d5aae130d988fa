package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dorsal.schemas.topics.ClusterSize;
import io.dorsal.schemas.topics.TopicCatalogue;
import io.dorsal.schemas.topics.TopicDefinition;
import io.dorsal.schemas.topics.TopicProvisioning;
import io.dorsal.testsupport.platform.TestPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TopicProvisioningIT {

    private static final ClusterSize ONE_BROKER = new ClusterSize(1, 12);

    private final String name = "provisioned-" + UUID.randomUUID();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()));

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void provisioningAgainChangesAndSaysNothing(CapturedOutput output) throws Exception {
        TopicDefinition topic =
                topic(2, 1, Map.of("retention.ms", "1000", "cleanup.policy", "compact", "min.insync.replicas", "1"));
        provision(topic, ONE_BROKER);

        provision(topic, ONE_BROKER);

        assertThat(output).doesNotContain("differs from deploy/topics.yaml");
    }

    @Test
    void anotherNumberOfPartitionsIsRefused() throws Exception {
        provision(topic(2, 1, Map.of()), ONE_BROKER);

        assertThatThrownBy(() -> provision(topic(3, 1, Map.of()), ONE_BROKER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name + " has 2 partitions instead of 3")
                .hasMessageContaining("move its records");
    }

    @Test
    void fewerReplicasThanWantedAndFewerInSyncAreRefusedTogether() throws Exception {
        provision(topic(2, 1, Map.of("min.insync.replicas", "1")), ONE_BROKER);

        assertThatThrownBy(() -> provision(topic(2, 3, Map.of("min.insync.replicas", "2")), new ClusterSize(3, 12)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(name + " has 1 replicas instead of 3")
                .hasMessageContaining("reassign")
                .hasMessageContaining(name + " has min.insync.replicas=1 instead of 2")
                .hasMessageContaining("--add-config min.insync.replicas=2");
    }

    @Test
    void anotherSettingIsWarnedOfAndLeftAsItIs(CapturedOutput output) throws Exception {
        provision(topic(2, 1, Map.of("retention.ms", "1000")), ONE_BROKER);

        provision(topic(2, 1, Map.of("retention.ms", "2000")), ONE_BROKER);

        assertThat(output)
                .contains("WARN")
                .contains(name + " has retention.ms=1000 instead of 2000")
                .contains("--add-config retention.ms=2000");
    }

    private TopicDefinition topic(int partitions, int replication, Map<String, String> config) {
        return new TopicDefinition(name, partitions, (short) replication, config);
    }

    private void provision(TopicDefinition topic, ClusterSize size) throws Exception {
        new TopicProvisioning(admin).provision(new TopicCatalogue(List.of(topic)), size);
        await().until(() -> admin.listTopics().names().get().contains(name));
    }
}
