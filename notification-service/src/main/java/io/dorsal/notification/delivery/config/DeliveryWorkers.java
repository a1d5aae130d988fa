package io.dorsal.notification.delivery.config;

import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.notification.delivery.DeliveryWorker;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/** Starts and stops the workers with the service; those that stop claim nothing more, and end what they have begun. */
final class DeliveryWorkers implements SmartLifecycle {

    private final List<DeliveryWorker> workers;
    private final List<BackgroundLoop> loops;
    private volatile boolean running;

    DeliveryWorkers(List<DeliveryWorker> workers, ApplicationEventPublisher events) {
        this.workers = List.copyOf(workers);
        this.loops = workers.stream()
                .map(worker -> new BackgroundLoop(worker.toString(), events, worker::round))
                .toList();
    }

    @Override
    public void start() {
        loops.forEach(BackgroundLoop::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        loops.forEach(BackgroundLoop::stop);
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
