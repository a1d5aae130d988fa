package io.dorsal.schemas.topics;

import org.apache.avro.specific.SpecificRecord;

/**
 * A consumer group's reading of a topic, with the topic that keeps what the group could not process.
 *
 * @param <E> the event
 */
public record Subscription<E extends SpecificRecord>(Topic<E> topic, String group) {

    private static final String PARKED = ".parked";
    private static final String BULK_SUFFIX = "-bulk";

    /** The service that reads it; a group is named after its service, and after its lane where that is the bulk lane. */
    public String service() {
        return group.endsWith(BULK_SUFFIX) ? group.substring(0, group.length() - BULK_SUFFIX.length()) : group;
    }

    /** Where this group parks records: the untouched bytes, with the reason in headers. */
    public String parkedTopic() {
        return topic.name() + "." + group + PARKED;
    }
}
