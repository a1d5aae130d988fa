package io.dorsal.kit.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.kit.messaging.TransientFailureException;
import io.dorsal.testsupport.platform.TestPlatform;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far a group is behind, by a real broker. */
class BrokerLagIT {

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()));
    private final String topic = "lagging-" + UUID.randomUUID();
    private final GroupTopic reading = new GroupTopic("group-" + UUID.randomUUID(), topic);

    @BeforeEach
    void aTopicOfTwoPartitionsWithThreeRecords() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestPlatform.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int partition : new int[] {0, 1, 1}) {
                producer.send(new ProducerRecord<>(topic, partition, "key", "value"))
                        .get();
            }
        }
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void allThatAGroupWithoutACommitCanReadIsItsLag() throws Exception {
        assertThat(lag()).isEqualTo(3);
    }

    @Test
    void whatWasCommittedIsNoLag() throws Exception {
        commit(1, 1);

        assertThat(lag()).isEqualTo(2);
    }

    @Test
    void whatWasDeletedUnreadIsNoLag() throws Exception {
        admin.deleteRecords(Map.of(new TopicPartition(topic, 1), RecordsToDelete.beforeOffset(2)))
                .all()
                .get();

        assertThat(lag()).isEqualTo(1);
    }

    @Test
    void itIsNotKnownOfATopicThatIsNotThere() {
        BrokerLag broker = new BrokerLag(admin, Set.of(new GroupTopic("group", "missing-" + UUID.randomUUID())));

        assertThatThrownBy(broker::measure).isInstanceOf(TransientFailureException.class);
    }

    @Test
    void theGaugeIsNotANumberWhileTheBrokerDoesNotSay() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Admin own = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()));
        LagMetrics metrics = new LagMetrics(registry, new BrokerLag(own, Set.of(reading)), Set.of(reading));
        double before = gauge(registry);
        metrics.measure();
        double measured = gauge(registry);
        own.close();

        assertThatThrownBy(metrics::measure).isInstanceOf(RuntimeException.class);

        assertThat(before).isNaN();
        assertThat(measured).isEqualTo(3);
        assertThat(gauge(registry)).isNaN();
    }

    private double gauge(SimpleMeterRegistry registry) {
        return registry.get("dorsal.group.lag")
                .tags("topic", topic, "group", reading.group())
                .gauge()
                .value();
    }

    private long lag() throws Exception {
        return new BrokerLag(admin, Set.of(reading)).measure().getOrDefault(reading, -1L);
    }

    private void commit(int partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        reading.group(), Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
