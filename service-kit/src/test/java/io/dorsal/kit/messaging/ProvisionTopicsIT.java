package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.schemas.topics.ProvisionTopics;
import io.dorsal.testsupport.platform.TestPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the containers run before the services start. */
@ExtendWith(OutputCaptureExtension.class)
class ProvisionTopicsIT {

    private static final String ONE_BROKER = "1";

    private final String name = "provisioned-" + UUID.randomUUID();

    @TempDir
    private Path directory;

    @Test
    void theTopicsOfTheFileAreThereOnceItHasEnded() throws Exception {
        assertThat(ProvisionTopics.run(catalogue(7), client(TestPlatform.bootstrapServers()), ONE_BROKER))
                .isZero();

        await().untilAsserted(() -> assertThat(partitions()).isEqualTo(7));
    }

    @Test
    void itFailsAndSaysWhyWhereATopicIsNotAsItHasToBe(CapturedOutput output) throws Exception {
        String client = client(TestPlatform.bootstrapServers());
        ProvisionTopics.run(catalogue(7), client, ONE_BROKER);
        await().until(() -> partitions() == 7);

        assertThat(ProvisionTopics.run(catalogue(8), client, ONE_BROKER)).isEqualTo(1);
        assertThat(output).contains(name + " has 7 partitions instead of 8");
    }

    @Test
    void itFailsWhereNoBrokerAnswers(CapturedOutput output) throws Exception {
        assertThat(ProvisionTopics.run(catalogue(7), client("localhost:1"), ONE_BROKER))
                .isEqualTo(1);
        assertThat(output).contains("The topics could not be provisioned");
    }

    @Test
    void itFailsWhereTheFileIsNoCatalogue(CapturedOutput output) throws Exception {
        String file = write("topics.yaml", "topics: {");

        assertThat(ProvisionTopics.run(file, client(TestPlatform.bootstrapServers()), ONE_BROKER))
                .isEqualTo(1);
        assertThat(output).contains("The topics could not be provisioned");
    }

    @Test
    void itSaysHowItIsUsedWhereAnArgumentIsMissingOrNoNumberOfBrokers(CapturedOutput output) {
        assertThat(ProvisionTopics.run("topics.yaml", "client.properties")).isEqualTo(2);
        assertThat(ProvisionTopics.run("topics.yaml", "client.properties", "0")).isEqualTo(2);
        assertThat(output).contains("usage:");
    }

    private int partitions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()))) {
            return admin.listTopics().names().get().contains(name)
                    ? admin.describeTopics(List.of(name))
                            .allTopicNames()
                            .thenApply(topics -> topics.values().iterator().next())
                            .get()
                            .partitions()
                            .size()
                    : 0;
        }
    }

    private String catalogue(int partitions) throws IOException {
        return write("topics.yaml", """
                defaults: {partitions: %d, replication: 3, config: {min.insync.replicas: 2}}
                parked: {partitions: 1, config: {}}
                topics:
                  - name: %s
                """.formatted(partitions, name));
    }

    private String client(String bootstrapServers) throws IOException {
        return write("client.properties", """
                bootstrap.servers=%s
                request.timeout.ms=1000
                default.api.timeout.ms=2000
                """.formatted(bootstrapServers));
    }

    private String write(String file, String text) throws IOException {
        return Files.writeString(directory.resolve(file), text).toString();
    }
}
