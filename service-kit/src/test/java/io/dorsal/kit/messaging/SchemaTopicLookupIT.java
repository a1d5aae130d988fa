package io.dorsal.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.schemas.codec.SchemaLookupException;
import io.dorsal.schemas.registry.SchemaTopicLookup;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.topics.TopicClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTopicLookupIT {

    private final TopicClient topics = new TopicClient();
    private final AtomicInteger readings = new AtomicInteger();
    private Clock clock = Clock.systemUTC();
    private final SchemaTopicLookup lookup = new SchemaTopicLookup(this::consumer, new Forwarding());
    private final Schema schema = SchemaBuilder.record(
                    "R" + UUID.randomUUID().toString().replace('-', '_'))
            .fields()
            .requiredInt("a")
            .endRecord();
    private final long fingerprint = SchemaNormalization.parsingFingerprint64(schema);

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aSchemaThatANewerServicePublishedIsFound() {
        assertThat(lookup.find(fingerprint)).isEmpty();

        publish("%016x".formatted(fingerprint), schema.toString());
        clock = Clock.offset(clock, Duration.ofSeconds(3));

        assertThat(lookup.find(fingerprint)).contains(schema);
    }

    @Test
    void aBurstOfRecordsWithoutSchemaReadsTheTopicOnce() {
        for (int record = 0; record < 100; record++) {
            assertThat(lookup.find(fingerprint)).isEmpty();
        }

        assertThat(readings).hasValue(1);
    }

    @Test
    void aSchemaThatDoesNotHashToItsKeyIsIgnored() {
        publish(
                "%016x".formatted(fingerprint),
                SchemaBuilder.builder().intType().toString());

        assertThat(lookup.find(fingerprint)).isEmpty();
    }

    static Stream<String> noSchemas() {
        return Stream.of(
                "no schema",
                "",
                "{}",
                "null",
                "{\"type\": 1}",
                "{\"type\": \"record\"}",
                "{\"type\": \"enum\", \"name\": \"E\", \"symbols\": [\"1 2\"]}",
                "{\"type\": \"fixed\", \"name\": \"F\", \"size\": -1}",
                "[".repeat(100_000),
                "{\"type\": \"array\", \"items\": ".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("noSchemas")
    void aRecordThatIsNoSchemaIsIgnored(String text) {
        publish("%016x".formatted(fingerprint), text);
        publish("%016x".formatted(fingerprint), schema.toString());

        assertThat(lookup.find(fingerprint)).contains(schema);
    }

    @Test
    void aBrokerThatIsAwayIsNoVerdict() {
        SchemaTopicLookup cutOff = new SchemaTopicLookup(() -> consumer("localhost:1"), clock);

        assertThatThrownBy(() -> cutOff.find(fingerprint)).isInstanceOf(SchemaLookupException.class);
    }

    private void publish(String key, String text) {
        topics.send(Topics.SCHEMAS, key, text.getBytes(StandardCharsets.UTF_8));
    }

    private Consumer<String, byte[]> consumer() {
        readings.incrementAndGet();
        return consumer(TestPlatform.bootstrapServers());
    }

    private static Consumer<String, byte[]> consumer(String servers) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Follows the clock of the test, which may be set forward. */
    private final class Forwarding extends Clock {

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock.withZone(zone);
        }
    }
}
