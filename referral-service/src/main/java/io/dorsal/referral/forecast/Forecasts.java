package io.dorsal.referral.forecast;

import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import java.util.List;

/** Forecasts of queues, always of what the caller may see. */
public interface Forecasts {

    /** When each that waits in the queue is expected to leave it, in the order of the worklist. */
    List<Expected> of(Queue queue, Visibility visibility, Instant now);
}
