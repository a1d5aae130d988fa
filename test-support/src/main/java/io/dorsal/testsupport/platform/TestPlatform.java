package io.dorsal.testsupport.platform;

import io.dorsal.schemas.topics.ClusterSize;
import io.dorsal.schemas.topics.TopicCatalogue;
import io.dorsal.schemas.topics.TopicProvisioning;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker and the database that all tests of a JVM share: started when first asked for, stopped with the JVM. Tests
 * stay apart by unique assessment ids and by databases of their own.
 */
public final class TestPlatform {

    private static final Logger LOG = LoggerFactory.getLogger(TestPlatform.class);
    private static final String WAY = System.getProperty("dorsal.tests.platform", "embedded");
    private static final ClusterSize SMALL = new ClusterSize(1, 3);

    private TestPlatform() {}

    /** Addresses of the broker, which has every topic of the platform. */
    public static String bootstrapServers() {
        return SharedBroker.ADDRESSES;
    }

    /** A new, empty database. */
    public static TestDatabase newDatabase() {
        return SharedDatabase.SERVER.newDatabase();
    }

    private static boolean inContainers() {
        LOG.info("Tests take their broker and database from: {}", WAY);
        return switch (WAY) {
            case "embedded" -> false;
            case "containers" -> true;
            default -> throw new IllegalStateException("dorsal.tests.platform is embedded or containers");
        };
    }

    private static final class SharedBroker {

        static final String ADDRESSES = start();

        private static String start() {
            String addresses = inContainers() ? Containers.startBroker() : EmbeddedServers.startBroker();
            try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, addresses))) {
                TopicCatalogue catalogue = TopicCatalogue.read(Repository.file("deploy/topics.yaml"));
                new TopicProvisioning(admin).provision(catalogue, SMALL);
            } catch (IOException | ExecutionException e) {
                throw new IllegalStateException("the topics could not be provisioned", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            return addresses;
        }
    }

    private static final class SharedDatabase {

        static final DatabaseServer SERVER =
                inContainers() ? Containers.startDatabase() : EmbeddedServers.startDatabase();
    }
}
