package io.dorsal.kit.messaging;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.schemas.codec.PublishedSchemas;
import io.dorsal.schemas.registry.SchemaPublication;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Publishes this service's schemas before its first event, on a thread of its own that tries until the broker has
 * acknowledged. A service starts without a broker, and sends nothing until then.
 */
final class SchemaPublishing implements SmartLifecycle {

    private static final int PHASE = Integer.MIN_VALUE;

    /** So that a service whose broker is there does not turn away its first request. */
    private static final Duration START_WAITS = Duration.ofSeconds(5);

    private final ProducerFactory<String, byte[]> producers;
    private final PublishedSchemas schemas;
    private final BackgroundLoop loop;
    private final CountDownLatch published = new CountDownLatch(1);

    SchemaPublishing(
            ProducerFactory<String, byte[]> producers, PublishedSchemas schemas, ApplicationEventPublisher events) {
        this.producers = producers;
        this.schemas = schemas;
        this.loop = new BackgroundLoop("schema-publishing", events, this::publish, PHASE);
    }

    /** Whether the broker has acknowledged all of them. */
    boolean isDone() {
        return published.getCount() == 0;
    }

    private Next publish() throws ExecutionException, InterruptedException {
        try (Producer<String, byte[]> producer = producers.createNonTransactionalProducer()) {
            new SchemaPublication(producer).publish(schemas);
        }
        published.countDown();
        return Next.never();
    }

    @Override
    public void start() {
        loop.start();
        try {
            boolean _ = published.await(START_WAITS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
