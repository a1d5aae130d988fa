package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.jvm.JvmPart;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Makes the first start of a build the one from which the later ones learn. */
final class StartCaches {

    private static final int AT_ONCE = 2;

    private final LocalPlatform platform;
    private final PrintWriter out;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("start-caches").factory());

    StartCaches(LocalPlatform platform, PrintWriter out) {
        this.platform = platform;
        this.out = out;
    }

    /** Ends what the first start of a build recorded; each part stands still for that, so it is done before it is used. */
    void endRecordings() {
        List<JvmPart> recorded =
                platform.jvms().stream().filter(JvmPart::wantsCache).toList();
        if (recorded.isEmpty()) {
            return;
        }
        out.println("  learning from this first start, so that the next ones are faster");
        out.flush();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> ending = recorded.stream()
                    .<Future<?>>map(part -> workers.submit(part::endRecording))
                    .toList();
            ending.forEach(StartCaches::await);
        }
    }

    /** Assembles the caches at low priority, one after the other. */
    void assembleInBackground() {
        platform.jvms().stream().filter(JvmPart::wantsCache).forEach(part -> background.execute(part::assembleCache));
        background.execute(new LauncherCache(platform.installation())::make);
    }

    /** Returns once all caches are made, so that already the second start is a fast one. */
    void finish() {
        background.shutdown();
        try {
            if (!background.awaitTermination(1, TimeUnit.SECONDS)) {
                out.println("Finishing what makes the next start faster (once for each build)");
                out.flush();
                background.awaitTermination(2, TimeUnit.MINUTES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves it at what is made; nothing goes on in the background once this returns. */
    void abandon() {
        background.shutdownNow();
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
