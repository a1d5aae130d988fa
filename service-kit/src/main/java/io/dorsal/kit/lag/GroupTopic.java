package io.dorsal.kit.lag;

/** A consumer group's reading of a topic. */
record GroupTopic(String group, String topic) {}
