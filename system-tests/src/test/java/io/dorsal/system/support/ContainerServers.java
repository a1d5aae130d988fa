package io.dorsal.system.support;

import com.github.dockerjava.api.DockerClient;
import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.database.Databases;
import io.dorsal.platform.layout.Installation;
import io.dorsal.platform.layout.Ports;
import io.dorsal.platform.layout.Secrets;
import java.net.URI;
import java.util.Objects;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Both servers in containers, which Testcontainers removes at the latest when this JVM has ended. The database is taken
 * away by pausing it: started again, it would have another port.
 */
final class ContainerServers implements Servers {

    private final KafkaContainer broker;
    private final PostgreSQLContainer database;

    private ContainerServers(KafkaContainer broker, PostgreSQLContainer database) {
        this.broker = broker;
        this.database = database;
    }

    static Servers start(Installation installation) {
        KafkaContainer broker = new KafkaContainer(image("kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "6000");
        PostgreSQLContainer database = new PostgreSQLContainer(image("postgres"))
                .withUsername(Databases.SUPERUSER)
                .withPassword(new Databases(new Secrets(installation.secretsFile()), 0).superuserPassword());
        broker.start();
        database.start();
        return new ContainerServers(broker, database);
    }

    /** The build names the images, so that all modules use the same. */
    private static String image(String server) {
        String property = "dorsal.tests." + server + "-image";
        return Objects.requireNonNull(System.getProperty(property), property);
    }

    @Override
    public LocalPlatform platform(Installation installation, Ports ports) {
        int kafka = URI.create("kafka://" + broker.getBootstrapServers()).getPort();
        int postgres = database.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return LocalPlatform.besideServers(installation, ports.withServers(kafka, postgres));
    }

    @Override
    public void stopDatabase(LocalPlatform platform) {
        docker().pauseContainerCmd(database.getContainerId()).exec();
    }

    @Override
    public void startDatabase(LocalPlatform platform) {
        docker().unpauseContainerCmd(database.getContainerId()).exec();
    }

    @Override
    public void pauseBroker(LocalPlatform platform) {
        docker().pauseContainerCmd(broker.getContainerId()).exec();
    }

    @Override
    public void resumeBroker(LocalPlatform platform) {
        docker().unpauseContainerCmd(broker.getContainerId()).exec();
    }

    private DockerClient docker() {
        return database.getDockerClient();
    }

    @Override
    public void close() {
        broker.stop();
        database.stop();
    }
}
