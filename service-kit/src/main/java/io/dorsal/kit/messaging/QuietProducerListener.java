package io.dorsal.kit.messaging;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.ProducerListener;

/** Logs failed sends by topic; Spring's own listener would log key and payload. */
final class QuietProducerListener implements ProducerListener<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(QuietProducerListener.class);

    @Override
    public void onError(
            ProducerRecord<String, byte[]> record, @Nullable RecordMetadata metadata, @Nullable Exception failure) {
        LOG.warn(
                "A record for {} was not acknowledged: {}",
                record.topic(),
                failure == null ? "no reason given" : failure.getClass().getName());
    }
}
