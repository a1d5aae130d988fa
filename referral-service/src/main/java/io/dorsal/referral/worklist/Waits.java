package io.dorsal.referral.worklist;

import io.dorsal.referral.lifecycle.Visibility;
import io.dorsal.rules.decision.Queue;
import java.time.Instant;

/** Tells how long those who are in a queue have waited. */
public interface Waits {

    /** As it is now, of what the caller may see. */
    QueueWaits of(Queue queue, Visibility visibility, Instant now);
}
