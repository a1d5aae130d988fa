package io.dorsal.testsupport.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker in this JVM, and a PostgreSQL server as a process of its own. */
final class EmbeddedServers {

    private EmbeddedServers() {}

    static String startBroker() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("group.min.session.timeout.ms", "2000");
        broker.brokerProperty("offsets.topic.num.partitions", "5");
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker.getBrokersAsString();
    }

    static DatabaseServer startDatabase() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off")
                    .start();
            return new DatabaseServer("localhost", postgres.getPort(), "postgres", "postgres");
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }
}
