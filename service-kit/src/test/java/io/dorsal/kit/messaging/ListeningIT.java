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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;

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

    @BeforeEach
    void behave() {
        receiver.misbehaviour = event -> {};
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
        Instant back = Instant.now().plusSeconds(3);
        receiver.misbehaviour = event -> {
            if (Instant.now().isBefore(back)) {
                throw new TransientFailureException("away", new IllegalStateException());
            }
        };

        send(id);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.received(id)).isTrue());
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
    void theSchemasOfThisServiceArePublished() {
        assertThat(topics.records(Topics.SCHEMAS)).hasSizeGreaterThanOrEqualTo(5);
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
        volatile List<Topic<PatientReferenced>> outputs = List.of();

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
            return listeners.listener(Subscriptions.VIEW_PATIENTS, receiver::process, receiver.erased::add);
        }

        @Bean
        AccessRules accessRules() {
            return requests -> {};
        }
    }
}
