package io.dorsal.kit.messaging;

import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.registry.SchemaPublication;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Publishes this service's schemas before its first event: it starts before the listeners and the web server, and does
 * not return until the broker has acknowledged. Without a broker a service cannot do its work anyway, so it waits.
 */
final class SchemaPublishing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaPublishing.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ProducerFactory<String, byte[]> producers;
    private final PublishedSchemas schemas;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    SchemaPublishing(ProducerFactory<String, byte[]> producers, PublishedSchemas schemas) {
        this.producers = producers;
        this.schemas = schemas;
    }

    @Override
    public void start() {
        try {
            while (!published() && !stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Waiting for the broker: the schemas of this service are not published yet");
            }
            running = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean published() throws InterruptedException {
        try (Producer<String, byte[]> producer = producers.createNonTransactionalProducer()) {
            new SchemaPublication(producer).publish(schemas);
            return true;
        } catch (ExecutionException | KafkaException e) {
            LOG.warn("Publishing the schemas failed: {}", FailureTrace.of(e));
            return false;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
