package io.dorsal.platform.launcher;

import io.dorsal.platform.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Prints a line for each part that is ready. */
final class PrintedProgress implements Progress {

    private final PrintWriter out;

    PrintedProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void ready(String part, Duration took) {
        out.println(String.format(Locale.ROOT, "  ✓ %-30s %5.1f s", part, took.toMillis() / 1000.0));
        out.flush();
    }

    @Override
    public synchronized void note(String text) {
        out.println("  " + text);
        out.flush();
    }
}
