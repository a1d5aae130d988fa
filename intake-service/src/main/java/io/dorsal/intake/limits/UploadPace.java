package io.dorsal.intake.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How fast uploads may go, so that submissions find the machine free: more slowly while it is busy, and faster again once it
 * is not. They begin slowly, since what they set off is felt only a moment later.
 */
public final class UploadPace {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_A_REST = Duration.ofSeconds(5);
    private static final double FIRST = 1.0 / 16;
    private static final double SLOWEST = 1.0 / 64;
    private static final double SLOWER = 0.75;
    private static final double FASTER = 1.15;

    private final DoubleSupplier load;
    private final double busyAbove;
    private final TimeMeter time;
    private double share = FIRST;
    private long lookedAt;

    /**
     * @param load the share of the processors' time, from 0 to 1, that was used since it was last asked for; negative where
     *     nobody knows
     * @param busyAbove the load above which the machine is busy
     */
    public UploadPace(DoubleSupplier load, double busyAbove, TimeMeter time) {
        this.load = load;
        this.busyAbove = busyAbove;
        this.time = time;
        this.lookedAt = time.currentTimeNanos() - AFTER_A_REST.toNanos();
    }

    /** Which share of what limits allow uploads may use now: above 0, at most 1. */
    public synchronized double share() {
        long now = time.currentTimeNanos();
        long since = now - lookedAt;
        if (since >= BETWEEN_LOOKS.toNanos()) {
            boolean isBusy = load.getAsDouble() > busyAbove;
            share = since >= AFTER_A_REST.toNanos()
                    ? FIRST
                    : Math.clamp(share * (isBusy ? SLOWER : FASTER), SLOWEST, 1);
            lookedAt = now;
        }
        return share;
    }
}
