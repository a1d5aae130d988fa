package io.dorsal.schemas.topics;

import org.apache.avro.specific.SpecificRecord;

/**
 * A topic that carries one type of event, keyed by assessment id.
 *
 * @param <E> the event
 */
public record Topic<E extends SpecificRecord>(String name, Class<E> eventType) {

    /** The one service that writes it, after which it is named. */
    public String writer() {
        return name.substring(0, name.indexOf('.')) + "-service";
    }

    /** This topic as read by a consumer group. */
    public Subscription<E> readBy(String group) {
        return new Subscription<>(this, group);
    }
}
