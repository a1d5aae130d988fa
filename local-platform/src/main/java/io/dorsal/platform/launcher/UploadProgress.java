package io.dorsal.platform.launcher;

import io.dorsal.platform.client.UploadJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Shows how far an upload is: by a bar that moves on a terminal, and elsewhere by a line at each tenth. */
final class UploadProgress {

    private static final int WIDTH = 30;
    private static final int TENTHS = 10;

    private final PrintWriter err;
    private final String name;
    private final int lines;
    private final boolean onTerminal;
    private int lastTenth = -1;

    UploadProgress(PrintWriter err, String name, int lines, boolean onTerminal) {
        this.err = err;
        this.name = name;
        this.lines = Math.max(lines, 1);
        this.onTerminal = onTerminal;
    }

    /** Whether standard error is known to be a terminal; standard output may go to a file all the while. */
    static boolean isOnTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    void show(UploadJournal journal) {
        int done = journal.accepted() + journal.refused();
        String numbers = String.format(
                Locale.ROOT, "%,d of %,d lines, %,d refused", Math.min(done, lines), lines, journal.refused());
        if (onTerminal) {
            int filled = (int) Math.min((long) WIDTH * done / lines, WIDTH);
            err.print("\r%s  [%s%s] %3d %%  %s "
                    .formatted(
                            name,
                            "=".repeat(filled),
                            " ".repeat(WIDTH - filled),
                            Math.min(100L * done / lines, 100),
                            numbers));
            err.flush();
        } else if ((int) ((long) TENTHS * done / lines) > lastTenth) {
            lastTenth = (int) ((long) TENTHS * done / lines);
            err.println(name + "  " + numbers);
            err.flush();
        }
    }

    /** Makes way for other lines. */
    void clear() {
        if (onTerminal) {
            err.print("\r" + " ".repeat(name.length() + WIDTH + 60) + "\r");
            err.flush();
        }
    }

    /** Leaves the last state standing. */
    void end() {
        if (onTerminal) {
            err.println();
            err.flush();
        }
    }
}
