package io.dorsal.schemas.topics;

/**
 * What a cluster can hold.
 *
 * @param brokers how many brokers there are, at least 1
 * @param maxPartitions the most partitions a topic gets; fewer than the file says only where a cluster is thrown away
 */
public record ClusterSize(int brokers, int maxPartitions) {

    public ClusterSize {
        if (brokers < 1 || maxPartitions < 1) {
            throw new IllegalArgumentException("a cluster has at least one broker and one partition a topic");
        }
    }
}
