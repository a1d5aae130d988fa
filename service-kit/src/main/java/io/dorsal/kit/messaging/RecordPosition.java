package io.dorsal.kit.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record stands. */
public record RecordPosition(String topic, int partition, long offset) {

    static RecordPosition of(ConsumerRecord<?, ?> record) {
        return new RecordPosition(record.topic(), record.partition(), record.offset());
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
