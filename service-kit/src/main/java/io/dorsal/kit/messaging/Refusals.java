package io.dorsal.kit.messaging;

import io.dorsal.kit.messaging.Delivery.Refused;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Tells a record that the broker will not take from a broker that is away. */
final class Refusals {

    private static final List<Class<? extends Throwable>> OF_THE_TOPIC =
            List.of(UnknownTopicOrPartitionException.class, TopicAuthorizationException.class);

    private Refusals() {}

    /** The refusal that a failed send means; empty where the failure says nothing about the record. */
    static Optional<Refused> of(Throwable failure) {
        Optional<Throwable> topic = causes(failure)
                .filter(cause -> OF_THE_TOPIC.stream().anyMatch(type -> type.isInstance(cause)))
                .findFirst();
        if (topic.isPresent()) {
            return topic.map(cause -> new Refused(false, cause.getClass().getSimpleName()));
        }
        // A producer that is closed says so by an IllegalStateException: at a shutdown, and of every record.
        if (FailureKind.of(failure) == FailureKind.TRANSIENT
                || causes(failure).anyMatch(IllegalStateException.class::isInstance)) {
            return Optional.empty();
        }
        String reason = causes(failure)
                .reduce((outer, inner) -> inner)
                .map(root -> root.getClass().getSimpleName())
                .orElse("Unknown");
        return Optional.of(new Refused(true, reason));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
