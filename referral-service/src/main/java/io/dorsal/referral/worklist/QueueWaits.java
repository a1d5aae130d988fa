package io.dorsal.referral.worklist;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long those who are in a queue have waited, since they were first put into one.
 *
 * @param bands from the shortest wait to the longest, without a gap
 * @param byUrgency of each urgency that somebody waits with
 * @param all of all together; null where nobody waits
 */
public record QueueWaits(
        Queue queue,
        List<Band> bands,
        Map<Urgency, Wait> byUrgency,
        @Nullable Wait all) {

    /** Where one band ends and the next begins. The targets of the urgencies are among them, as they are by default. */
    public static final List<Duration> BOUNDS = List.of(
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(14),
            Duration.ofDays(42));

    public QueueWaits {
        bands = List.copyOf(bands);
        byUrgency = Map.copyOf(byUrgency);
    }

    /** Of all together; empty where nobody waits. */
    public Optional<Wait> together() {
        return Optional.ofNullable(all);
    }

    /**
     * Those who have waited for about as long.
     *
     * @param from at least so long
     * @param to less than so long; null for the last band
     */
    public record Band(Duration from, @Nullable Duration to, Map<Urgency, Integer> byUrgency) {

        public Band {
            byUrgency = Map.copyOf(byUrgency);
        }

        /** The band of this number, of one more than there are bounds. */
        public static Band numbered(int number, Map<Urgency, Integer> byUrgency) {
            return new Band(
                    number == 0 ? Duration.ZERO : BOUNDS.get(number - 1),
                    number == BOUNDS.size() ? null : BOUNDS.get(number),
                    byUrgency);
        }
    }

    /**
     * How long some have waited.
     *
     * @param count how many they are
     * @param median half of them have waited for as long, or longer
     * @param longest the one who has waited longest
     */
    public record Wait(int count, Duration median, Duration longest) {}
}
