package io.dorsal.schemas.registry;

import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Publishes the schemas of this jar, so that readers of an older or younger version can decode what we write. */
public final class SchemaPublication {

    private final Producer<String, byte[]> producer;

    public SchemaPublication(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Publishes all schemas. On return the broker has acknowledged each; only then may a first event be sent.
     *
     * @throws ExecutionException where the broker refuses or cannot be reached
     */
    public void publish(PublishedSchemas schemas) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = schemas.all().entrySet().stream()
                .map(entry -> producer.send(record(entry.getKey(), entry.getValue())))
                .toList();
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    /** The record that publishes a schema: its fingerprint as the key, its text as the value. */
    static ProducerRecord<String, byte[]> record(long fingerprint, Schema schema) {
        return new ProducerRecord<>(
                Topics.SCHEMAS, key(fingerprint), schema.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String key(long fingerprint) {
        return "%016x".formatted(fingerprint);
    }

    static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }
}
