package io.dorsal.notification.paging;

import io.dorsal.notification.alert.SourcePosition;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** How far this instance has stored what it read: ahead of the offsets committed, which follow a moment later. */
public final class TakenOffsets {

    private final Map<String, Long> next = new ConcurrentHashMap<>();

    /** The record at this position has had its effect, and so have those before it. */
    public void took(SourcePosition position) {
        next.merge(key(position.topic(), position.partition()), position.offset() + 1, Math::max);
    }

    /** The first offset of a partition that was not taken; empty where this instance has taken none. */
    public OptionalLong next(String topic, int partition) {
        Long offset = next.get(key(topic, partition));
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    private static String key(String topic, int partition) {
        return topic + "-" + partition;
    }
}
