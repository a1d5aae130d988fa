package io.dorsal.platform.launcher;

import io.dorsal.platform.LocalPlatform;
import io.dorsal.platform.jvm.JvmPart;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Makes the first start of a build the one from which the later ones learn. */
final class StartCaches {

    private static final int AT_ONCE = 2;

    private final LocalPlatform platform;
    private final PrintWriter out;
    private final ExecutorService background = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("start-caches-", 0).factory());

    StartCaches(LocalPlatform platform, PrintWriter out) {
        this.platform = platform;
        this.out = out;
    }

    /**
     * Makes in the background what makes later starts faster, two parts at a time and at low priority. A part stands
     * still for some seconds while its recording ends; what comes for it meanwhile waits.
     */
    void makeInBackground() {
        if (!platform.installation().learns()) {
            return;
        }
        List<JvmPart> recorded =
                platform.jvms().stream().filter(JvmPart::wantsCache).toList();
        recorded.forEach(part -> background.execute(() -> {
            part.endRecording();
            part.assembleCache();
        }));
        background.execute(new LauncherCache(platform.installation())::make);
        if (!recorded.isEmpty()) {
            out.println(
                    "  Learning from this first start, so that the next ones are faster: for half a minute, each part\n"
                            + "  stands still for some seconds.");
            out.println();
            out.flush();
        }
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
}
