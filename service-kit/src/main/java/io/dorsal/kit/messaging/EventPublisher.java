package io.dorsal.kit.messaging;

import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.PublishedSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** The one way to send: all of it, flushed, and every acknowledgement awaited before the call returns. */
public final class EventPublisher {

    private final KafkaTemplate<String, byte[]> template;
    private final PublishedSchemas schemas;
    private final Map<Class<?>, EventCodec<SpecificRecord>> codecs = new ConcurrentHashMap<>();

    public EventPublisher(KafkaTemplate<String, byte[]> template, PublishedSchemas schemas) {
        this.template = template;
        this.schemas = schemas;
    }

    /**
     * Publishes events. On return every replica in sync has each of them.
     *
     * @throws TransientFailureException when the broker did not acknowledge all in time; some may have been written
     */
    public void publish(List<Outgoing> outgoing) {
        send(outgoing.stream().map(this::encode).toList());
    }

    /** The event as the record that {@link #publish} would send. */
    public ProducerRecord<String, byte[]> encode(Outgoing outgoing) {
        byte[] bytes = codecs.computeIfAbsent(outgoing.event().getClass(), this::codecOf)
                .encode(outgoing.event());
        return new ProducerRecord<>(outgoing.topic().name(), outgoing.key(), bytes);
    }

    /**
     * Sends records, and awaits them as {@link #publish} does.
     *
     * @throws TransientFailureException as {@link #publish} does
     */
    public void send(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        List<CompletableFuture<SendResult<String, byte[]>>> sent = new ArrayList<>(records.size());
        records.forEach(record -> sent.add(template.send(record)));
        template.flush();
        sent.forEach(EventPublisher::await);
    }

    private static void await(CompletableFuture<SendResult<String, byte[]>> acknowledgement) {
        try {
            acknowledgement.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailureException("interrupted while awaiting the broker", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (FailureKind.of(cause) == FailureKind.BUG) {
                throw new IllegalStateException("the broker can never take this record", cause);
            }
            throw new TransientFailureException("the broker has not acknowledged", cause);
        }
    }

    @SuppressWarnings("unchecked") // A codec made for a class takes the instances of that class.
    private EventCodec<SpecificRecord> codecOf(Class<?> type) {
        return EventCodec.of((Class<SpecificRecord>) type, schemas);
    }
}
