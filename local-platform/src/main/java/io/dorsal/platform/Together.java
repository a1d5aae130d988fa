package io.dorsal.platform;

import io.dorsal.platform.process.PartFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at once and returns when all are done. */
final class Together {

    private Together() {}

    /** The first failure interrupts the others, and is thrown. */
    static void run(List<? extends Runnable> actions) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Void> done = new ExecutorCompletionService<>(executor);
            actions.forEach(action -> done.submit(action, null));
            try {
                for (int i = 0; i < actions.size(); i++) {
                    done.take().get();
                }
            } catch (ExecutionException e) {
                executor.shutdownNow();
                throw rethrown(e);
            } catch (InterruptedException e) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
                throw new PartFailure("interrupted", e);
            }
        }
    }

    /** Each is done whatever becomes of the others; returns what failed. */
    static List<RuntimeException> runAll(List<? extends Runnable> actions) {
        List<RuntimeException> failures = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all =
                    actions.stream().<Future<?>>map(executor::submit).toList();
            executor.shutdown();
            for (Future<?> one : all) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    failures.add(rethrown(e));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    failures.add(new PartFailure("interrupted", e));
                }
            }
        }
        return failures;
    }

    private static RuntimeException rethrown(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e.getCause());
    }
}
