package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.kit.messaging.ListeningIT.Receiver;
import io.dorsal.schemas.topics.Subscriptions;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.topics.TopicClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can not be processed is parked, and its neighbours are processed. */
@ListeningTest
class ParkingRecordsIT {

    private static final String PARKED = Subscriptions.VIEW_PATIENTS.parkedTopic();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final TopicClient topics = new TopicClient();
    private final UUID id = UUID.randomUUID();

    @Autowired
    private Receiver receiver;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void behave() {
        receiver.behave();
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

        SomeReference.send(topics, before);
        topics.send(Topics.PATIENTS.name(), id.toString(), garbage);
        SomeReference.send(topics, after);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(receiver.received(before, after)).isTrue());
        ConsumerRecord<String, byte[]> parked = parked();
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
            SomeReference.send(topics, neighbour);

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

        SomeReference.send(topics, id);
        SomeReference.send(topics, neighbour);

        ConsumerRecord<String, byte[]> parked = parked();
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

        SomeReference.send(topics, id);
        SomeReference.send(topics, neighbour);

        await().atMost(SOON).until(() -> topics.records(PARKED, id), list -> list.size() == 1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.received(neighbour)).isTrue());
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
        SomeReference.send(topics, neighbour);

        ConsumerRecord<String, byte[]> parked = parked();
        assertThat(parked.value()).isNull();
        assertThat(ParkedHeaders.text(parked.headers(), ParkedHeaders.KIND)).contains("BUG");
        assertThat(attempts).hasValue(3);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.received(neighbour)).isTrue());
    }

    private ConsumerRecord<String, byte[]> parked() {
        return await().atMost(SOON)
                .until(() -> topics.records(PARKED, id), list -> list.size() == 1)
                .getFirst();
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

    private static int overflow(int depth) {
        return depth < 0 ? 0 : overflow(depth + 1) + 1;
    }
}
