package io.dorsal.kit.messaging;

import java.util.List;

/**
 * What a service does with the events of one poll.
 *
 * <p>Delivery is at least once: after a crash, an outage or a rebalance the same events come again, alone or in another
 * batch. So the effect must be idempotent by identity, and a batch must be done either wholly or not at all.
 *
 * <ul>
 *   <li>On return, the outgoing events are sent, their acknowledgements awaited, and only then offsets committed.
 *   <li>A {@link TransientFailureException}, or any exception that {@link FailureKind#of} calls transient: the whole
 *       batch is delivered again after a pause, for ever if need be.
 *   <li>An {@link ImpossibleRecordException} or any other exception: each event is processed alone; one that is
 *       impossible, or fails three times, is parked, and the others have their effect.
 * </ul>
 *
 * @param <E> the event
 */
@FunctionalInterface
public interface BatchProcessor<E> {

    /** Processes the events of one poll, in the order of their partitions, and tells what to publish. */
    List<Outgoing> process(List<Received<E>> batch);
}
