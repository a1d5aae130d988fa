package io.dorsal.testsupport.platform;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Both servers in containers, which Testcontainers removes after the JVM has ended. */
final class Containers {

    static final String KAFKA_IMAGE = "apache/kafka:4.2.1";
    static final String POSTGRES_IMAGE = "postgres:18";

    private Containers() {}

    static String startBroker() {
        KafkaContainer broker = new KafkaContainer(KAFKA_IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "2000")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "5");
        broker.start();
        return broker.getBootstrapServers();
    }

    static DatabaseServer startDatabase() {
        PostgreSQLContainer postgres =
                new PostgreSQLContainer(POSTGRES_IMAGE).withCommand("postgres", "-c", "max_connections=300");
        postgres.start();
        return new DatabaseServer(
                postgres.getHost(),
                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                postgres.getUsername(),
                postgres.getPassword());
    }
}
