package io.dorsal.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dorsal.events.PatientReferenced;
import io.dorsal.kit.messaging.EventPublisher;
import io.dorsal.kit.messaging.Outgoing;
import io.dorsal.kit.security.AccessRules;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.PlatformInitializer;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.topics.TopicClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:dorsal-defaults.yaml",
            "spring.cloud.function.definition=",
            "spring.flyway.locations=classpath:db/outbox",
            "spring.kafka.producer.properties.max.block.ms=1000",
            "dorsal.outbox.enabled=true"
        })
@ContextConfiguration(initializers = PlatformInitializer.class)
class OutboxIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final TopicClient topics = new TopicClient();
    private final UUID id = UUID.randomUUID();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @Autowired
    private KafkaTemplate<String, byte[]> template;

    @Autowired
    private PublishedSchemas schemas;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private OutboxMetrics metrics;

    @AfterEach
    void close() {
        topics.close();
        jdbc.update("delete from outbox");
    }

    @Test
    void eventsOfOneKeyLeaveInTheirOrderAndTheOutboxIsEmptyAgain() {
        List<Integer> revisions = IntStream.rangeClosed(1, 50).boxed().toList();

        revisions.forEach(
                revision -> transactions.executeWithoutResult(status -> outbox.append(List.of(event(revision)))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topics.events(Topics.PATIENTS, id))
                        .extracting(PatientReferenced::getRevision)
                        .containsExactlyElementsOf(revisions));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(jdbc.queryForObject("select count(*) from outbox", Long.class))
                        .isZero());
    }

    @Test
    void whatIsRolledBackNeverLeaves() {
        transactions.executeWithoutResult(status -> {
            outbox.append(List.of(event(1)));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> outbox.append(List.of(event(2))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topics.events(Topics.PATIENTS, id))
                        .extracting(PatientReferenced::getRevision)
                        .containsExactly(2));
    }

    @Test
    void outsideATransactionNothingIsTaken() {
        assertThatThrownBy(() -> outbox.append(List.of(event(1)))).isInstanceOf(IllegalStateException.class);
    }

    static Stream<Arguments> whatTheBrokerNeverTakes() {
        return Stream.of(
                arguments("too large for its topic", Topics.PATIENTS.name(), 1_500_000, "RecordTooLargeException"),
                arguments("too large for any topic", Topics.PATIENTS.name(), 3_000_000, "RecordTooLargeException"),
                arguments("with an impossible topic", "no topic!", 10, "InvalidTopicException"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatTheBrokerNeverTakes")
    void anEventThatTheBrokerNeverTakesIsSetAsideAndItsNeighboursGoOut(
            String what, String topic, int bytes, String reason) {
        transactions.executeWithoutResult(status -> {
            outbox.append(List.of(event(1)));
            insert(topic, new byte[bytes]);
            outbox.append(List.of(event(2)));
        });

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topics.events(Topics.PATIENTS, id))
                        .extracting(PatientReferenced::getRevision)
                        .containsExactly(1, 2));
        await().atMost(SOON).untilAsserted(() -> assertThat(reasons()).containsExactly(reason));
        assertThat(jdbc.queryForObject("select count(*) from outbox where try_again_at is null", Long.class))
                .isOne();
        assertThat(meters.get("dorsal.outbox.refused")
                        .tags("topic", topic, "reason", reason)
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void anEventWhoseTopicIsMissingIsSetAsideUntilItIsThere() throws Exception {
        String missing = "missing-" + id;
        transactions.executeWithoutResult(status -> {
            insert(missing, new byte[] {1});
            insert(missing, new byte[] {2});
            outbox.append(List.of(event(1)));
        });
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(topics.events(Topics.PATIENTS, id)).hasSize(1));
        assertThat(reasons()).containsExactly("UnknownTopicOrPartitionException", "UnknownTopicOrPartitionException");

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(missing, 1, (short) 1)))
                    .all()
                    .get();
        }
        jdbc.update("update outbox set try_again_at = now()");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(topics.records(missing))
                        .extracting(ConsumerRecord::value)
                        .containsExactly(new byte[] {1}, new byte[] {2}));
        await().atMost(SOON).untilAsserted(() -> assertThat(reasons()).isEmpty());
    }

    @Test
    void operatorsSeeWhatWaitsAndForHowLong() {
        transactions.executeWithoutResult(status -> {
            insert(Topics.PATIENTS.name(), new byte[] {1});
            jdbc.update("update outbox set created_at = now() - interval '1 minute'");
            metrics.measure();
            status.setRollbackOnly();
        });

        assertThat(meters.get("dorsal.outbox.waiting").gauge().value()).isOne();
        assertThat(meters.get("dorsal.outbox.oldest.age").timeGauge().value(TimeUnit.SECONDS))
                .isBetween(60.0, 120.0);
        assertThat(meters.get("dorsal.outbox.set.aside").gauge().value()).isZero();
    }

    @Test
    void anInstanceThatHangsWhileItRelaysIsEndedByTheDatabase() {
        AtomicReference<String> limit = new AtomicReference<>("");
        EventPublisher asking = new EventPublisher(template, schemas, () -> {
            limit.set(jdbc.queryForObject("show idle_in_transaction_session_timeout", String.class));
            return true;
        });
        OutboxRelay relay = new OutboxRelay(jdbc, transactionManager, asking, metrics);

        await().atMost(SOON).until(() -> {
            insert(Topics.PATIENTS.name(), new byte[] {1});
            relay.run();
            return "30s".equals(limit.get());
        });

        assertThat(jdbc.queryForObject("show idle_in_transaction_session_timeout", String.class))
                .isEqualTo("0");
    }

    private List<String> reasons() {
        return jdbc.queryForList("select reason from outbox where reason is not null order by id", String.class);
    }

    private void insert(String topic, byte[] value) {
        jdbc.update("insert into outbox (topic, record_key, value) values (?, ?, ?)", topic, "key", value);
    }

    private Outgoing event(int revision) {
        return Outgoing.of(
                Topics.PATIENTS,
                id,
                PatientReferenced.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setAssessmentId(id)
                        .setRevision(revision)
                        .setClinicId("north")
                        .setNetworkId("metro")
                        .setPatientReference("p")
                        .setReceivedAt(Instant.EPOCH)
                        .build());
    }

    @SpringBootApplication
    static class Application {

        @Bean
        AccessRules accessRules() {
            return requests -> {};
        }
    }
}
