package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.PatientReferenced;
import io.dorsal.kit.security.AccessRules;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.PlatformInitializer;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.topics.TopicClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.util.ReflectionTestUtils;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:dorsal-defaults.yaml",
            "spring.cloud.function.definition=patients",
            "spring.cloud.stream.bindings.patients-in-0.destination=intake.patients.v1",
            "spring.cloud.stream.bindings.patients-in-0.group=intake-service",
            "spring.kafka.producer.properties.max.block.ms=1000",
            "spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                    + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ContextConfiguration(initializers = PlatformInitializer.class)
class ListeningIT {

    private static final String PARKED = Subscriptions.VIEW_PATIENTS.parkedTopic();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final TopicClient topics = new TopicClient();
    private final UUID id = UUID.randomUUID();

    @Autowired
    private Receiver receiver;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private KafkaTemplate<String, byte[]> template;

    @BeforeEach
    void behave() {
        receiver.misbehaviour = event -> {};
        receiver.erasing = key -> {};
        receiver.outputs = List.of();
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aBrokenRecordIsParkedByteForByteAndItsNeighboursAreProcessed() {
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        byte[] garbage = {0, 1, 2, (byte) 0xff};

        send(before);
        topics.send(Topics.PATIENTS.name(), id.toString(), garbage);
        send(after);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(receiver.received(before, after)).isTrue());
        ConsumerRecord<String, byte[]> parked = await().atMost(SOON)
                .until(() -> topics.records(PARKED, id), list -> list.size() == 1)
                .getFirst();
        assertThat(parked.value()).isEqualTo(garbage);
        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.TOPIC)).contains(Topics.PATIENTS.name());
        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.GROUP)).contains("intake-service");
        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.KIND)).contains("POISON");
        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.REASON)).contains("NOT_SINGLE_OBJECT");
        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.ATTEMPTS)).contains("1");
        assertThat(ParkedHeaders.instant(parked.headers(), ParkedHeaders.FIRST_FAILED_AT))
                .isPresent();
    }

    @Test
    void theLargestRecordThatATopicTakesIsParkedByteForByteToo() {
        byte[] garbage = new byte[(1 << 20) - 1024];
        new Random(1).nextBytes(garbage);

        topics.send(Topics.PATIENTS.name(), id.toString(), garbage);

        assertThat(parked().value()).isEqualTo(garbage);
    }

    @Test
    void aRecordThatItsParkedTopicDoesNotTakeIsParkedWithoutItsBytesAndItsNeighboursAreProcessed() throws Exception {
        UUID neighbour = UUID.randomUUID();
        byte[] garbage = new byte[100_000];
        new Random(1).nextBytes(garbage);
        limitParked("50000");
        try {
            topics.send(Topics.PATIENTS.name(), id.toString(), garbage);
            send(neighbour);

            ConsumerRecord<String, byte[]> parked = parked();

            assertThat(parked.value()).isNull();
            assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.REASON))
                    .contains("NOT_SINGLE_OBJECT");
            assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.LEFT_BYTES))
                    .contains("100000");
            assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.LEFT_SHA256))
                    .contains(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(garbage)));
            int partition = Integer.parseInt(ParkedHeaders.text(parked.headers(), ParkedHeaders.PARTITION)
                    .orElseThrow());
            long offset = Long.parseLong(
                    ParkedHeaders.text(parked.headers(), ParkedHeaders.OFFSET).orElseThrow());
            assertThat(topics.records(Topics.PATIENTS.name(), id))
                    .singleElement()
                    .satisfies(source -> {
                        assertThat(source.partition()).isEqualTo(partition);
                        assertThat(source.offset()).isEqualTo(offset);
                    });
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(receiver.received(neighbour)).isTrue());
            assertThat(meters.get("dorsal.listener.parked.without.bytes")
                            .counter()
                            .count())
                    .isPositive();
        } finally {
            limitParked("2097152");
        }
    }

    @Test
    void aBugParksOnlyTheRecordThatProvokesItAfterThreeAttempts() {
        UUID neighbour = UUID.randomUUID();
        receiver.misbehaviour = event -> {
            if (event.getAssessmentId().equals(id)) {
                throw new IllegalArgumentException("a text that might quote a patient");
            }
        };

        send(id);
        send(neighbour);

        ConsumerRecord<String, byte[]> parked = await().atMost(SOON)
                .until(() -> topics.records(PARKED, id), list -> list.size() == 1)
                .getFirst();
        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.KIND)).contains("BUG");
        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.REASON)).contains("IllegalArgumentException");
        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.ATTEMPTS)).contains("3");
        parked.headers()
                .forEach(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                        .doesNotContain("quote"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.received(neighbour)).isTrue());
    }

    @Test
    void aStackOverflowIsABugAndNotTheEndOfTheConsumer() {
        UUID neighbour = UUID.randomUUID();
        receiver.misbehaviour = event -> {
            if (event.getAssessmentId().equals(id)) {
                overflow(1);
            }
        };

        send(id);
        send(neighbour);

        await().atMost(SOON).until(() -> topics.records(PARKED, id), list -> list.size() == 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.received(neighbour)).isTrue());
    }

    @Test
    void whileSomethingIsAwayNothingIsParkedAndNothingIsLost() {
        Instant back = Instant.now().plusSeconds(2);
        receiver.misbehaviour = event -> {
            if (Instant.now().isBefore(back)) {
                throw new TransientFailureException("away", new IllegalStateException());
            }
        };

        send(id);

        await().atMost(SOON).untilAsserted(() -> assertThat(waitingSeconds()).isPositive());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.received(id)).isTrue());
        await().atMost(SOON).untilAsserted(() -> assertThat(waitingSeconds()).isZero());
        assertThat(topics.records(PARKED, id)).isEmpty();
    }

    @Test
    void offsetsAreCommittedOnlyAfterTheOutputsAreAcknowledged() throws Exception {
        Topic<PatientReferenced> output = new Topic<>("output-" + id, PatientReferenced.class);
        await().atMost(SOON)
                .until(() ->
                        committed() == topics.records(Topics.PATIENTS.name()).size());
        receiver.outputs = List.of(output);
        long before = committed();

        send(id);

        await().atMost(SOON).until(() -> receiver.attempts.getOrDefault(id, 0) >= 2);
        assertThat(committed()).isEqualTo(before);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(output.name(), 1, (short) 1)))
                    .all()
                    .get();
        }
        await().atMost(SOON).until(() -> committed() == before + 1);
        assertThat(topics.events(output, id)).isNotEmpty();
        assertThat(topics.records(PARKED, id)).isEmpty();
    }

    @Test
    void aTombstoneErases() {
        send(id);
        topics.send(Topics.PATIENTS.name(), id.toString(), null);

        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.erased).contains(id.toString()));
        assertThat(topics.records(PARKED, id)).isEmpty();
    }

    @Test
    void anErasureThatFailsIsParkedAfterThreeAttemptsAndItsNeighboursAreProcessed() {
        UUID neighbour = UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();
        receiver.erasing = key -> {
            if (key.equals(id.toString())) {
                attempts.incrementAndGet();
                throw new IllegalArgumentException("a defect");
            }
        };

        topics.send(Topics.PATIENTS.name(), id.toString(), null);
        send(neighbour);

        ConsumerRecord<String, byte[]> parked = parked();
        assertThat(parked.value()).isNull();
        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.KIND)).contains("BUG");
        assertThat(attempts).hasValue(3);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.received(neighbour)).isTrue());
    }

    @Test
    void anErasureWaitsForWhatIsAway() {
        AtomicInteger attempts = new AtomicInteger();
        receiver.erasing = key -> {
            if (key.equals(id.toString()) && attempts.incrementAndGet() <= 4) {
                throw new TransientFailureException("away");
            }
        };

        topics.send(Topics.PATIENTS.name(), id.toString(), null);

        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.erased).contains(id.toString()));
        assertThat(topics.records(PARKED, id)).isEmpty();
    }

    /** What the producer that really sends was made with, whatever the properties seem to say. */
    @Test
    void everyInSyncReplicaMustAcknowledgeAndRetriesDoNotDouble() {
        ProducerConfig config = Objects.requireNonNull(template.execute(producer -> {
            Object live = Objects.requireNonNull(ReflectionTestUtils.getField(producer, "delegate"));
            return (ProducerConfig) Objects.requireNonNull(ReflectionTestUtils.getField(live, "producerConfig"));
        }));

        assertThat(config.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
        assertThat(config.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
        assertThat(config.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION))
                .isLessThanOrEqualTo(5);
        assertThat(config.getInt(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)).isEqualTo(2 << 20);
    }

    @Test
    void theSchemasOfThisServiceArePublished() {
        assertThat(topics.records(Topics.SCHEMAS)).hasSizeGreaterThanOrEqualTo(5);
    }

    private ConsumerRecord<String, byte[]> parked() {
        return await().atMost(SOON)
                .until(() -> topics.records(PARKED, id), list -> list.size() == 1)
                .getFirst();
    }

    private double waitingSeconds() {
        return meters.get("dorsal.listener.waiting")
                .tags("topic", Topics.PATIENTS.name(), "group", "intake-service")
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }

    private static void limitParked(String bytes) throws Exception {
        ConfigResource parked = new ConfigResource(ConfigResource.Type.TOPIC, PARKED);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            parked,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(
                                    admin.describeConfigs(List.of(parked)).all().get())
                            .extractingByKey(parked)
                            .satisfies(config -> assertThat(
                                            config.get("max.message.bytes").value())
                                    .isEqualTo(bytes)));
        }
    }

    private void send(UUID assessment) {
        topics.send(
                Topics.PATIENTS,
                assessment,
                PatientReferenced.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setAssessmentId(assessment)
                        .setRevision(1)
                        .setClinicId("north")
                        .setNetworkId("metro")
                        .setPatientReference("p-" + assessment)
                        .setReceivedAt(Instant.EPOCH)
                        .build());
    }

    private long committed() {
        return topics.committed("intake-service").values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    private static int overflow(int depth) {
        return depth < 0 ? 0 : overflow(depth + 1) + 1;
    }

    static class Receiver {

        final List<UUID> processed = new CopyOnWriteArrayList<>();
        final List<String> erased = new CopyOnWriteArrayList<>();
        final Map<UUID, Integer> attempts = new ConcurrentHashMap<>();
        volatile Consumer<PatientReferenced> misbehaviour = event -> {};
        volatile Consumer<String> erasing = key -> {};
        volatile List<Topic<PatientReferenced>> outputs = List.of();

        void erase(String key) {
            erasing.accept(key);
            erased.add(key);
        }

        List<Outgoing> process(List<Received<PatientReferenced>> batch) {
            batch.forEach(received -> attempts.merge(received.event().getAssessmentId(), 1, Integer::sum));
            batch.forEach(received -> misbehaviour.accept(received.event()));
            batch.forEach(received -> processed.add(received.event().getAssessmentId()));
            return batch.stream()
                    .flatMap(received -> outputs.stream()
                            .map(topic -> Outgoing.of(topic, received.event().getAssessmentId(), received.event())))
                    .toList();
        }

        boolean received(UUID... ids) {
            return processed.containsAll(List.of(ids));
        }
    }

    @SpringBootApplication
    static class Application {

        @Bean
        Receiver receiver() {
            return new Receiver();
        }

        @Bean
        EventListener<PatientReferenced> patients(EventListeners listeners, Receiver receiver) {
            return listeners.listener(Subscriptions.VIEW_PATIENTS, receiver::process, receiver::erase);
        }

        @Bean
        AccessRules accessRules() {
            return requests -> {};
        }
    }
}
