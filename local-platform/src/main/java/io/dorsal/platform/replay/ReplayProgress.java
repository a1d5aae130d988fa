package io.dorsal.platform.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells how far a replay is: on a terminal in one line that is written over, elsewhere in a line now and then. */
public final class ReplayProgress {

    private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);
    private static final int NANOS_OF_A_SECOND = 1_000_000_000;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private long total;
    private long done;
    private long began;
    private long told;

    /**
     * @param terminal whether what is printed can be written over
     */
    public ReplayProgress(PrintWriter out, boolean terminal) {
        this(out, terminal, System::nanoTime);
    }

    ReplayProgress(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    void begin(long records) {
        total = records;
        began = nanoTime.getAsLong();
        told = began;
    }

    void advanced(long records) {
        done = records;
        long now = nanoTime.getAsLong();
        if (now - told >= (terminal ? ON_A_TERMINAL : ELSEWHERE).toNanos()) {
            tell(now);
            told = now;
        }
    }

    void end() {
        if (total > 0) {
            tell(nanoTime.getAsLong());
            if (terminal) {
                out.println();
            }
        }
        out.flush();
    }

    private void tell(long now) {
        long perSecond = (long) ((double) done * NANOS_OF_A_SECOND / Math.max(1, now - began));
        String line = String.format(
                Locale.ROOT, "  %,d of %,d records, %d %%, %,d a second", done, total, done * 100 / total, perSecond);
        if (terminal) {
            out.print("\r" + line + "   ");
        } else {
            out.println(line);
        }
        out.flush();
    }
}
