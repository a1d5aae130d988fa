package io.dorsal.testsupport.platform;

import java.util.Objects;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Both servers in containers, which Testcontainers removes after the JVM has ended. */
final class Containers {

    private Containers() {}

    static String startBroker() {
        KafkaContainer broker = new KafkaContainer(image("kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "2000")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "5");
        broker.start();
        return broker.getBootstrapServers();
    }

    static DatabaseServer startDatabase() {
        PostgreSQLContainer postgres =
                new PostgreSQLContainer(image("postgres")).withCommand("postgres", "-c", "max_connections=300");
        postgres.start();
        return new DatabaseServer(
                postgres.getHost(),
                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                postgres.getUsername(),
                postgres.getPassword());
    }

    /** The build names the images, so that all modules use the same. */
    private static String image(String server) {
        String property = "dorsal.tests." + server + "-image";
        return Objects.requireNonNull(System.getProperty(property), property);
    }
}
