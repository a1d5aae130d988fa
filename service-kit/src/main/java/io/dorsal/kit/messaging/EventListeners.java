package io.dorsal.kit.messaging;

import io.dorsal.kit.tracing.Traces;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.SchemaLookup;
import io.dorsal.schemas.topics.Subscription;
import java.time.Clock;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Makes the listener beans of a service; each becomes a Spring Cloud Stream consumer by its bean name. */
public final class EventListeners {

    private final SchemaLookup schemas;
    private final EventPublisher publisher;
    private final ListenerMetrics metrics;
    private final Traces traces;
    private final Clock clock;

    public EventListeners(
            SchemaLookup schemas, EventPublisher publisher, ListenerMetrics metrics, Traces traces, Clock clock) {
        this.schemas = schemas;
        this.publisher = publisher;
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
    }

    /** The listener of a subscription; a record without a value is poison. */
    public <E extends SpecificRecord> EventListener<E> listener(
            Subscription<E> subscription, BatchProcessor<E> processor) {
        return listener(subscription, processor, Optional.empty());
    }

    /** The listener of a compacted topic, on which a record without a value erases. */
    public <E extends SpecificRecord> EventListener<E> listener(
            Subscription<E> subscription, BatchProcessor<E> processor, ErasureProcessor erasure) {
        return listener(subscription, processor, Optional.of(erasure));
    }

    private <E extends SpecificRecord> EventListener<E> listener(
            Subscription<E> subscription, BatchProcessor<E> processor, Optional<ErasureProcessor> erasure) {
        EventCodec<E> codec = EventCodec.of(subscription.topic().eventType(), schemas);
        return new EventListener<>(subscription, codec, processor, erasure, publisher, metrics, traces, clock);
    }
}
