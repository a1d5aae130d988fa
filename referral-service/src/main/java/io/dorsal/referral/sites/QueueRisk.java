package io.dorsal.referral.sites;

import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The sites of a queue are not enough.
 *
 * @param clearSince since when nobody has been at risk; null while somebody is
 */
public record QueueRisk(
        Queue queue, Instant since, @Nullable Instant clearSince) {

    QueueRisk clearedAt(@Nullable Instant time) {
        return new QueueRisk(queue, since, time);
    }
}
