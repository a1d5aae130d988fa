package io.dorsal.platform.replay;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that is no assessment; a line of a list on disk. */
record UnreadableRecord(String topic, int partition, long offset, String reason) {

    static UnreadableRecord of(ConsumerRecord<?, ?> record, String reason) {
        return new UnreadableRecord(record.topic(), record.partition(), record.offset(), reason);
    }

    String line() {
        return topic + " " + partition + " " + offset + " " + reason;
    }

    static UnreadableRecord read(String line) {
        String[] parts = line.split(" ", 4);
        return new UnreadableRecord(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]), parts[3]);
    }
}
