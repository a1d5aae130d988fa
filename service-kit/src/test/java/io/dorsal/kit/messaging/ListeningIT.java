package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.PatientReferenced;
import io.dorsal.kit.security.AccessRules;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topic;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.topics.TopicClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** A listener processes, waits and erases. */
@ListeningTest
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
        receiver.behave();
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void whileSomethingIsAwayNothingIsParkedAndNothingIsLost() {
        Instant back = Instant.now().plusSeconds(2);
        receiver.misbehaviour = event -> {
            if (Instant.now().isBefore(back)) {
                throw new TransientFailureException("away", new IllegalStateException());
            }
        };

        SomeReference.send(topics, id);

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

        SomeReference.send(topics, id);

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
        SomeReference.send(topics, id);
        topics.send(Topics.PATIENTS.name(), id.toString(), null);

        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.erased).contains(id.toString()));
        assertThat(topics.records(PARKED, id)).isEmpty();
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

    private double waitingSeconds() {
        return meters.get("dorsal.listener.waiting")
                .tags("topic", Topics.PATIENTS.name(), "group", "intake-service")
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }

    private long committed() {
        return topics.committed("intake-service").values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    static class Receiver {

        final List<UUID> processed = new CopyOnWriteArrayList<>();
        final List<String> erased = new CopyOnWriteArrayList<>();
        final Map<UUID, Integer> attempts = new ConcurrentHashMap<>();
        volatile Consumer<PatientReferenced> misbehaviour = event -> {};
        volatile Consumer<String> erasing = key -> {};
        volatile List<Topic<PatientReferenced>> outputs = List.of();

        void behave() {
            misbehaviour = event -> {};
            erasing = key -> {};
            outputs = List.of();
        }

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
