package io.dorsal.notification.alert;

/** Where the record that was parked had stood. */
public record SourcePosition(String topic, int partition, long offset) {

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
