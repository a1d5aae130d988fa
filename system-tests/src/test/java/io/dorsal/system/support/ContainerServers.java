package io.dorsal.system.support;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.database.Databases;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Secrets;
import java.net.URI;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Both servers in containers, which Testcontainers removes at the latest when this JVM has ended. */
final class ContainerServers implements Servers {

    private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";
    private static final String POSTGRES_IMAGE = "postgres:18";

    private final KafkaContainer broker;
    private final PostgreSQLContainer database;

    private ContainerServers(KafkaContainer broker, PostgreSQLContainer database) {
        this.broker = broker;
        this.database = database;
    }

    static Servers start(Installation installation) {
        KafkaContainer broker = new KafkaContainer(KAFKA_IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "6000");
        PostgreSQLContainer database = new PostgreSQLContainer(POSTGRES_IMAGE)
                .withUsername(Databases.SUPERUSER)
                .withPassword(new Databases(new Secrets(installation.secretsFile()), 0).superuserPassword());
        broker.start();
        database.start();
        return new ContainerServers(broker, database);
    }

    @Override
    public LocalPlatform platform(Installation installation, Ports ports) {
        int kafka = URI.create("kafka://" + broker.getBootstrapServers()).getPort();
        int postgres = database.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return LocalPlatform.besideServers(installation, ports.withServers(kafka, postgres));
    }

    @Override
    public void close() {
        broker.stop();
        database.stop();
    }
}
