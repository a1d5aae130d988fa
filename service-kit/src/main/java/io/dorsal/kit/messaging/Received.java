package io.dorsal.kit.messaging;

/**
 * An event as it came from a topic.
 *
 * @param <E> the event
 */
public record Received<E>(E event, String key, RecordPosition position) {}
