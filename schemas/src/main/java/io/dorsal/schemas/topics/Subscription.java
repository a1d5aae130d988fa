package io.dorsal.schemas.topics;

import org.apache.avro.specific.SpecificRecord;

/**
 * A consumer group's reading of a topic, with the topic that keeps what the group could not process.
 *
 * @param <E> the event
 */
public record Subscription<E extends SpecificRecord>(Topic<E> topic, String group) {

    private static final String PARKED = ".parked";

    /** Where this group parks records: the untouched bytes, with the reason in headers. */
    public String parkedTopic() {
        return topic.name() + "." + group + PARKED;
    }
}
