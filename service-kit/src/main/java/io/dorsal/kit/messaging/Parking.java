package io.dorsal.kit.messaging;

import io.dorsal.schemas.topics.Subscription;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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

    /** A longer key is no assessment id, and would not fit either. */
    private static final int LONGEST_KEY = 256;

    /** The record for the parked topic: key, value and headers untouched, the reason added. */
    ProducerRecord<String, byte[]> toProducerRecord(Subscription<?> subscription) {
        return new ProducerRecord<>(
                subscription.parkedTopic(),
                null,
                null,
                record.key(),
                record.value(),
                withReason(new RecordHeaders(record.headers().toArray()), subscription));
    }

    /**
     * What is parked of a record that the parked topic does not take: where it still stands, its size and its SHA-256,
     * and none of its bytes.
     */
    ProducerRecord<String, byte[]> toProducerRecordWithoutBytes(Subscription<?> subscription) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        Headers headers = withReason(new RecordHeaders(), subscription);
        ParkedHeaders.put(headers, ParkedHeaders.LEFT_BYTES, String.valueOf(value.length));
        ParkedHeaders.put(headers, ParkedHeaders.LEFT_SHA256, sha256(value));
        String key = record.key() == null || record.key().length() > LONGEST_KEY ? null : record.key();
        return new ProducerRecord<>(subscription.parkedTopic(), null, null, key, null, headers);
    }

    private Headers withReason(Headers headers, Subscription<?> subscription) {
        ParkedHeaders.put(headers, ParkedHeaders.TOPIC, record.topic());
        ParkedHeaders.put(headers, ParkedHeaders.PARTITION, String.valueOf(record.partition()));
        ParkedHeaders.put(headers, ParkedHeaders.OFFSET, String.valueOf(record.offset()));
        ParkedHeaders.put(headers, ParkedHeaders.GROUP, subscription.group());
        ParkedHeaders.put(headers, ParkedHeaders.KIND, kind.name());
        ParkedHeaders.put(headers, ParkedHeaders.REASON, reasonCode);
        ParkedHeaders.put(headers, ParkedHeaders.FIRST_FAILED_AT, firstFailedAt.toString());
        ParkedHeaders.put(headers, ParkedHeaders.LAST_FAILED_AT, lastFailedAt.toString());
        ParkedHeaders.put(headers, ParkedHeaders.ATTEMPTS, String.valueOf(attempts));
        return headers;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
