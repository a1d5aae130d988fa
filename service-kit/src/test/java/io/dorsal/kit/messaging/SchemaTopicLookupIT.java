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
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaTopicLookupIT {

    private final TopicClient topics = new TopicClient();
    private final SchemaTopicLookup lookup =
            new SchemaTopicLookup(() -> consumer(TestPlatform.bootstrapServers()), Clock.systemUTC());
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

        assertThat(lookup.find(fingerprint)).contains(schema);
    }

    @Test
    void aSchemaThatDoesNotHashToItsKeyIsIgnored() {
        publish(
                "%016x".formatted(fingerprint),
                SchemaBuilder.builder().intType().toString());

        assertThat(lookup.find(fingerprint)).isEmpty();
    }

    @Test
    void aRecordThatIsNoSchemaIsIgnored() {
        publish("%016x".formatted(fingerprint), "no schema");
        publish("%016x".formatted(fingerprint), schema.toString());

        assertThat(lookup.find(fingerprint)).contains(schema);
    }

    @Test
    void aBrokerThatIsAwayIsNoVerdict() {
        SchemaTopicLookup cutOff = new SchemaTopicLookup(() -> consumer("localhost:1"), Clock.systemUTC());

        assertThatThrownBy(() -> cutOff.find(fingerprint)).isInstanceOf(SchemaLookupException.class);
    }

    private void publish(String key, String text) {
        topics.send(Topics.SCHEMAS, key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Consumer<String, byte[]> consumer(String servers) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new ByteArrayDeserializer());
    }
}
