package io.dorsal.kit.messaging;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Repeats a failed poll for ever, pausing 200 ms doubling to 5 s, while it keeps the consumer in its group. Spring's own
 * default gives up after ten attempts and skips the records; here nothing is ever skipped.
 */
final class WaitingErrorHandler {

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private WaitingErrorHandler() {}

    static DefaultErrorHandler create() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_PAUSE_MILLIS);
        DefaultErrorHandler handler = new DefaultErrorHandler(WaitingErrorHandler::refuseToSkip, backOff);
        handler.setClassifications(Map.of(), true);
        handler.setLogLevel(KafkaException.Level.WARN);
        return handler;
    }

    private static void refuseToSkip(ConsumerRecord<?, ?> record, Exception failure) {
        throw new IllegalStateException("records are never skipped", failure);
    }
}
