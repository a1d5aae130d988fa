package io.dorsal.notification.delivery.config;

import io.dorsal.notification.delivery.DeliveryWorker;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Starts and stops the workers with the service. */
final class DeliveryWorkers implements SmartLifecycle {

    private final List<DeliveryWorker> workers;
    private volatile boolean running;

    DeliveryWorkers(List<DeliveryWorker> workers) {
        this.workers = List.copyOf(workers);
    }

    @Override
    public void start() {
        workers.forEach(DeliveryWorker::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        workers.forEach(DeliveryWorker::stopClaiming);
        try {
            for (DeliveryWorker worker : workers) {
                worker.awaitAttempts();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
