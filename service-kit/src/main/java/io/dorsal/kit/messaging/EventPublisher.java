package io.dorsal.kit.messaging;

import io.dorsal.kit.messaging.Delivery.Acknowledged;
import io.dorsal.kit.messaging.Delivery.NotTried;
import io.dorsal.kit.messaging.Delivery.Refused;
import io.dorsal.kit.tracing.CurrentTrace;
import io.dorsal.kit.tracing.TraceHeader;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.PublishedSchemas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/**
 * The one way to send: all of it, flushed, and every acknowledgement awaited before the call returns. Nothing is sent
 * before the schemas of this service are published, for nobody could read it.
 */
public final class EventPublisher {

    /** A missing topic holds up a send for seconds, so that several of them could take for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaTemplate<String, byte[]> template;
    private final PublishedSchemas schemas;
    private final BooleanSupplier schemasPublished;
    private final Map<Class<?>, EventCodec<SpecificRecord>> codecs = new ConcurrentHashMap<>();

    /** A publisher of a service whose schemas are published already. */
    public EventPublisher(KafkaTemplate<String, byte[]> template, PublishedSchemas schemas) {
        this(template, schemas, () -> true);
    }

    /**
     * @param schemasPublished whether the schemas of this service are published by now
     */
    public EventPublisher(
            KafkaTemplate<String, byte[]> template, PublishedSchemas schemas, BooleanSupplier schemasPublished) {
        this.template = template;
        this.schemas = schemas;
        this.schemasPublished = schemasPublished;
    }

    /**
     * Publishes events. On return every replica in sync has each of them.
     *
     * @throws TransientFailureException when the broker did not acknowledge all in time; some may have been written
     */
    public void publish(List<Outgoing> outgoing) {
        send(outgoing.stream().map(this::encode).toList());
    }

    /**
     * The event as the record that {@link #publish} would send now.
     *
     * @throws TransientFailureException where the schemas of this service are not published yet
     */
    public ProducerRecord<String, byte[]> encode(Outgoing outgoing) {
        requirePublishedSchemas();
        return encodeForLater(outgoing);
    }

    /** The event as a record that is kept now, and sent through {@link #send} at another time. */
    public ProducerRecord<String, byte[]> encodeForLater(Outgoing outgoing) {
        byte[] bytes = codecs.computeIfAbsent(outgoing.event().getClass(), this::codecOf)
                .encode(outgoing.event());
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(outgoing.topic().name(), outgoing.key(), bytes);
        TraceHeader.put(record, CurrentTrace.of(outgoing.key()));
        return record;
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
        requirePublishedSchemas();
        List<CompletableFuture<SendResult<String, byte[]>>> sent = new ArrayList<>(records.size());
        records.forEach(record -> sent.add(template.send(record)));
        template.flush();
        sent.forEach(EventPublisher::await);
    }

    /**
     * Sends records, of which one that the broker does not take stops no other. Every answer is awaited.
     *
     * @return what became of each record, in their order
     * @throws TransientFailureException when the broker did not acknowledge all others in time; some may have been written
     */
    public List<Delivery> tryToSend(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        requirePublishedSchemas();
        List<CompletableFuture<Delivery>> deliveries = new Attempt().send(records);
        template.flush();
        return deliveries.stream().map(EventPublisher::await).toList();
    }

    /** One call of {@link #tryToSend}. */
    private final class Attempt {

        private final long started = System.nanoTime();
        private final Map<String, Delivery> refusedTopics = new HashMap<>();

        List<CompletableFuture<Delivery>> send(List<ProducerRecord<String, byte[]>> records) {
            return records.stream().map(this::send).toList();
        }

        private CompletableFuture<Delivery> send(ProducerRecord<String, byte[]> record) {
            Delivery known = refusedTopics.get(record.topic());
            if (known != null) {
                return CompletableFuture.completedFuture(known);
            }
            if (System.nanoTime() - started > PATIENCE.toNanos()) {
                return CompletableFuture.completedFuture(new NotTried());
            }
            try {
                return template.send(record)
                        .<Delivery>thenApply(sent -> new Acknowledged())
                        .exceptionally(EventPublisher::refusal);
            } catch (RuntimeException e) {
                // KafkaTemplate throws what the producer says at once.
                Delivery refused = refusal(e);
                if (refused instanceof Refused(boolean forGood, String _) && !forGood) {
                    refusedTopics.put(record.topic(), refused);
                }
                return CompletableFuture.completedFuture(refused);
            }
        }
    }

    private static Delivery refusal(Throwable failure) {
        return Refusals.of(failure)
                .orElseThrow(() -> new TransientFailureException("the broker has not acknowledged", failure));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
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

    private void requirePublishedSchemas() {
        if (!schemasPublished.getAsBoolean()) {
            throw new TransientFailureException("the schemas of this service are not published yet");
        }
    }

    @SuppressWarnings("unchecked") // A codec made for a class takes the instances of that class.
    private EventCodec<SpecificRecord> codecOf(Class<?> type) {
        return EventCodec.of((Class<SpecificRecord>) type, schemas);
    }
}
