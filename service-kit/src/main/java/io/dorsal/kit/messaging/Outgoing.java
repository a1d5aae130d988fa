package io.dorsal.kit.messaging;

import io.dorsal.schemas.topics.Topic;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event on its way to a topic.
 *
 * @param key the record key: the assessment id, so that all revisions of an assessment stay in order
 */
public record Outgoing(Topic<?> topic, String key, SpecificRecord event) {

    /** An event for a topic that carries its type. */
    public static <E extends SpecificRecord> Outgoing of(Topic<E> topic, UUID key, E event) {
        return new Outgoing(topic, key.toString(), event);
    }
}
