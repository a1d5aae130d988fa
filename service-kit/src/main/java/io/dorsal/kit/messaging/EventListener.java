package io.dorsal.kit.messaging;

import io.dorsal.kit.tracing.Traces;
import io.dorsal.schemas.codec.Decoding;
import io.dorsal.schemas.codec.Decoding.Decoded;
import io.dorsal.schemas.codec.Decoding.Undecodable;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.topics.Subscription;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Consumes one subscription, a poll at a time: decodes each record, has the good ones processed, parks the broken ones,
 * and awaits every acknowledgement before it returns. Offsets are committed only after it has returned; an exception out
 * of it means that the whole poll is delivered again.
 *
 * @param <E> the event
 */
public final class EventListener<E extends SpecificRecord>
        implements Consumer<Message<List<ConsumerRecord<String, byte[]>>>> {

    private static final Logger LOG = LoggerFactory.getLogger(EventListener.class);
    private static final int ATTEMPTS_OF_A_BUG = 3;

    private final Subscription<E> subscription;
    private final EventCodec<E> codec;
    private final BatchProcessor<E> processor;
    private final Optional<ErasureProcessor> erasure;
    private final EventPublisher publisher;
    private final ListenerMetrics metrics;
    private final Traces traces;
    private final ParkingLot parkingLot;
    private final Clock clock;

    EventListener(
            Subscription<E> subscription,
            EventCodec<E> codec,
            BatchProcessor<E> processor,
            Optional<ErasureProcessor> erasure,
            EventPublisher publisher,
            ListenerMetrics metrics,
            Traces traces,
            Clock clock) {
        this.subscription = subscription;
        this.codec = codec;
        this.processor = processor;
        this.erasure = erasure;
        this.publisher = publisher;
        this.metrics = metrics;
        this.traces = traces;
        this.parkingLot = new ParkingLot(subscription, publisher, metrics);
        this.clock = clock;
        metrics.watch(subscription);
    }

    @Override
    public void accept(Message<List<ConsumerRecord<String, byte[]>>> poll) {
        Run run = new Run();
        for (ConsumerRecord<String, byte[]> record : poll.getPayload()) {
            run.add(record);
        }
        run.processPending();
        // Parked last, and only once all else has its effect: a failure before repeats the poll, and would park again.
        parkingLot.park(run.parkings);
    }

    /** One poll's progress. */
    private final class Run {

        private final List<Pending<E>> pending = new ArrayList<>();
        private final List<Parking> parkings = new ArrayList<>();

        void add(ConsumerRecord<String, byte[]> record) {
            if (record.value() == null && record.key() != null && erasure.isPresent()) {
                erase(record, erasure.get());
                return;
            }
            Decoding<E> decoding = codec.decode(record.value());
            switch (decoding) {
                case Decoded<E>(E event) -> pending.add(new Pending<>(record, event));
                case Undecodable<E>(Decoding.Defect defect) -> {
                    Instant now = clock.instant();
                    parkings.add(new Parking(record, FailureKind.POISON, defect.name(), now, now, 1));
                }
            }
        }

        /** In its place among the events: what came before it is erased with it, what comes after it stays. */
        private void erase(ConsumerRecord<String, byte[]> record, ErasureProcessor eraser) {
            processPending();
            attemptAlone(record, () -> {
                eraser.erase(record.key());
                metrics.processed(subscription, 1);
            });
        }

        void processPending() {
            if (pending.isEmpty()) {
                return;
            }
            try {
                process(pending);
            } catch (RuntimeException | StackOverflowError e) {
                if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                    throw e;
                }
                LOG.warn(
                        "A batch of {} records of group {} failed, each is processed alone now: {}",
                        pending.size(),
                        subscription.group(),
                        FailureTrace.of(e));
                pending.forEach(one -> attemptAlone(one.record(), () -> process(List.of(one))));
            }
            pending.clear();
        }

        private void attemptAlone(ConsumerRecord<String, byte[]> record, Runnable work) {
            Instant firstFailedAt = null;
            for (int attempt = 1; ; attempt++) {
                try {
                    work.run();
                    return;
                } catch (RuntimeException | StackOverflowError e) {
                    FailureKind kind = FailureKind.of(e);
                    if (kind == FailureKind.TRANSIENT) {
                        throw e;
                    }
                    Instant now = clock.instant();
                    firstFailedAt = firstFailedAt == null ? now : firstFailedAt;
                    if (kind == FailureKind.POISON || attempt == ATTEMPTS_OF_A_BUG) {
                        LOG.error("The record {} failed: {}", RecordPosition.of(record), FailureTrace.of(e));
                        parkings.add(new Parking(record, kind, reasonCode(e), firstFailedAt, now, attempt));
                        return;
                    }
                }
            }
        }

        private void process(List<Pending<E>> batch) {
            List<ConsumerRecord<String, byte[]>> records =
                    batch.stream().map(Pending::record).toList();
            traces.poll(subscription, records)
                    .run(() -> publisher.publish(processor.process(
                            batch.stream().map(Pending::received).toList())));
            metrics.processed(subscription, batch.size());
        }
    }

    private static String reasonCode(Throwable failure) {
        return failure instanceof ImpossibleRecordException impossible
                ? impossible.reasonCode()
                : failure.getClass().getSimpleName();
    }

    private record Pending<E>(ConsumerRecord<String, byte[]> record, E event) {

        Received<E> received() {
            return new Received<>(event, record.key() == null ? "" : record.key(), RecordPosition.of(record));
        }
    }
}
