package io.dorsal.kit.lag;

/** A consumer group's reading of a topic. */
record GroupTopic(String group, String topic) {

    private static final String BULK = "-bulk";

    /** Whether this reads a bulk lane. */
    boolean isBulk() {
        return group.endsWith(BULK);
    }

    /** The reading of the interactive lane that this one of a bulk lane has its name from. */
    GroupTopic interactiveTwin() {
        return new GroupTopic(group.substring(0, group.length() - BULK.length()), topic.replace(BULK + ".", "."));
    }
}
