package io.broadsheet.schemas;

/** Where the topics live: how often each partition is kept, and how many partitions there are. */
public enum TopicProfile {
    /** One broker, one copy, few partitions. */
    DEV((short) 1, 1),
    /** Three copies, two of which must have a record before it counts. */
    PROD((short) 3, 2);

    private final short replicationFactor;
    private final int minInSyncReplicas;

    TopicProfile(short replicationFactor, int minInSyncReplicas) {
        this.replicationFactor = replicationFactor;
        this.minInSyncReplicas = minInSyncReplicas;
    }

    /** Copies of each partition. */
    public short replicationFactor() {
        return replicationFactor;
    }

    /** Copies that must have a record before the broker acknowledges it. */
    public int minInSyncReplicas() {
        return minInSyncReplicas;
    }

    int partitions(TopicLayout layout) {
        return this == DEV ? layout.devPartitions() : layout.partitions();
    }
}
