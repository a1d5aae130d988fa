package io.dorsal.kit.messaging;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Repeats a failed poll for ever, pausing 200 ms doubling to 5 s, while it keeps the consumer in its group, and tells
 * operators. Spring's own default gives up after ten attempts and skips the records; here nothing is ever skipped.
 */
final class WaitingErrorHandler extends DefaultErrorHandler {

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final WaitingPartitions waiting;

    WaitingErrorHandler(WaitingPartitions waiting) {
        super(WaitingErrorHandler::refuseToSkip, backOff());
        this.waiting = waiting;
        setClassifications(Map.of(), true);
        setLogLevel(KafkaException.Level.WARN);
        setRetryListeners(new TellingEachAttempt(waiting));
    }

    /** Returns once the poll has been processed; throws where that is broken off, as by a shutdown. */
    @Override
    protected <K, V> ConsumerRecords<K, V> handle(
            Exception failure,
            ConsumerRecords<?, ?> poll,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        try {
            return super.handle(failure, poll, consumer, container, invokeListener);
        } finally {
            waiting.waitNoMore(poll.partitions());
        }
    }

    private static ExponentialBackOff backOff() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_PAUSE_MILLIS);
        return backOff;
    }

    private static void refuseToSkip(ConsumerRecord<?, ?> record, Exception failure) {
        throw new IllegalStateException("records are never skipped", failure);
    }

    private record TellingEachAttempt(WaitingPartitions waiting) implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
            // Listeners take whole polls.
        }

        @Override
        public void failedDelivery(ConsumerRecords<?, ?> poll, Exception failure, int attempt) {
            waiting.cannotGoOn(poll.partitions(), failure);
        }
    }
}
