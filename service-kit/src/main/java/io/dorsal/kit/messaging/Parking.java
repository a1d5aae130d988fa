package io.dorsal.kit.messaging;

import io.dorsal.schemas.topics.Subscription;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record that cannot be processed, and why. */
record Parking(
        ConsumerRecord<String, byte[]> record,
        FailureKind kind,
        String reasonCode,
        Instant firstFailedAt,
        Instant lastFailedAt,
        int attempts) {

    /** The record for the parked topic: key, value and headers untouched, the reason added. */
    ProducerRecord<String, byte[]> toProducerRecord(Subscription<?> subscription) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        ParkedHeaders.put(headers, ParkedHeaders.TOPIC, record.topic());
        ParkedHeaders.put(headers, ParkedHeaders.PARTITION, String.valueOf(record.partition()));
        ParkedHeaders.put(headers, ParkedHeaders.OFFSET, String.valueOf(record.offset()));
        ParkedHeaders.put(headers, ParkedHeaders.GROUP, subscription.group());
        ParkedHeaders.put(headers, ParkedHeaders.KIND, kind.name());
        ParkedHeaders.put(headers, ParkedHeaders.REASON, reasonCode);
        ParkedHeaders.put(headers, ParkedHeaders.FIRST_FAILED_AT, firstFailedAt.toString());
        ParkedHeaders.put(headers, ParkedHeaders.LAST_FAILED_AT, lastFailedAt.toString());
        ParkedHeaders.put(headers, ParkedHeaders.ATTEMPTS, String.valueOf(attempts));
        return new ProducerRecord<>(subscription.parkedTopic(), null, null, record.key(), record.value(), headers);
    }
}
