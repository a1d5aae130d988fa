package io.dorsal.intake.testing;

import io.dorsal.schemas.topics.ClusterSize;
import io.dorsal.schemas.topics.TopicCatalogue;
import io.dorsal.schemas.topics.TopicProvisioning;
import io.dorsal.testsupport.platform.Repository;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker of one test alone, which it may stop. */
public final class OwnBroker {

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);

    private OwnBroker() {}

    /** Starts it, with all topics of the platform. */
    public static OwnBroker start() throws IOException, ExecutionException, InterruptedException {
        OwnBroker own = new OwnBroker();
        own.broker.brokerListProperty("unused"); // else every service of this JVM would follow it
        own.broker.afterPropertiesSet();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, own.addresses()))) {
            new TopicProvisioning(admin)
                    .provision(TopicCatalogue.read(Repository.file("deploy/topics.yaml")), new ClusterSize(1, 1));
        }
        return own;
    }

    /** Where it is. */
    public String addresses() {
        return broker.getBrokersAsString();
    }

    /** Stops it for good. */
    public void stop() {
        broker.destroy();
    }
}
